// Generated from openapi/ by `npm run generate`. Do not edit.

/** An OpenAPI document as a value: named are the parts that vf-mock reads, the rest is there too. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string; readonly [key: string]: unknown }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } };
  readonly components: {
    readonly schemas: { readonly [name: string]: { readonly properties?: object; readonly [key: string]: unknown } };
    readonly [key: string]: unknown;
  };
  readonly [key: string]: unknown;
}

export const vibefollow: OpenApiDocument = {
 "openapi": "3.1.0",
 "info": {
  "title": "VibeFollow API, as vf-mock implements it",
  "version": "1.0.0",
  "summary": "Users and events of a VibeFollow project, one by one and in bulk.",
  "description": "The five ingest operations of the VibeFollow API in our own words, gathered from the vendor's public reference as of 2026. This is not a document of the vendor. Where the vendor's pages contradict each other or are silent, it describes the default of vf-mock and names the question (VF-1 to VF-11); the README lists them with the option that switches the reading. Ingest is asynchronous: a success confirms that the work was enqueued.",
  "license": {
   "name": "MIT",
   "identifier": "MIT"
  }
 },
 "servers": [
  {
   "url": "https://api.vibefollow.com",
   "description": "Production and sandbox; the key tells which."
  }
 ],
 "tags": [
  {
   "name": "users",
   "description": "Create and update users."
  },
  {
   "name": "events",
   "description": "Record what users did."
  }
 ],
 "security": [
  {
   "projectKey": []
  }
 ],
 "paths": {
  "/api/v1/users": {
   "post": {
    "operationId": "upsertUser",
    "tags": [
     "users"
    ],
    "summary": "Create or update one user",
    "description": "The user is found by `external_user_id` within the project. An update merges: properties and traits that are not given stay as they are.",
    "x-records": {
     "key": "external_user_id",
     "upsert": true
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/IdempotencyKey"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/UserRecord"
       },
       "examples": {
        "user": {
         "summary": "A user with known and free traits",
         "value": {
          "external_user_id": "usr_1",
          "email": "ada@example.com",
          "traits": {
           "name": "Ada Lovelace",
           "plan": "pro",
           "favouriteColour": "green"
          }
         }
        }
       }
      }
     }
    },
    "responses": {
     "202": {
      "$ref": "#/components/responses/Accepted"
     },
     "400": {
      "$ref": "#/components/responses/Malformed"
     },
     "401": {
      "$ref": "#/components/responses/AuthRequired"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "422": {
      "$ref": "#/components/responses/Invalid"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   }
  },
  "/api/v1/users/bulk": {
   "post": {
    "operationId": "bulkUpsertUsers",
    "tags": [
     "users"
    ],
    "summary": "Create or update up to 1,000 users",
    "description": "Records are judged one by one: a bad record never fails the request, it is listed in `data.errors` and not enqueued. `accepted + rejected` always equals `meta.received`. An `external_user_id` that stands twice in one request is accepted twice and the later record wins (VF-9). A chunk that was answered 429 or 5xx may be sent again unchanged.",
    "x-records": {
     "property": "users",
     "key": "external_user_id",
     "judged": "separately",
     "upsert": true
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/IdempotencyKey"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "type": "object",
        "required": [
         "users"
        ],
        "properties": {
         "users": {
          "type": "array",
          "minItems": 1,
          "maxItems": 1000,
          "items": {
           "$ref": "#/components/schemas/UserRecord"
          }
         }
        }
       },
       "examples": {
        "users": {
         "summary": "Two users",
         "value": {
          "users": [
           {
            "external_user_id": "usr_1",
            "email": "ada@example.com",
            "traits": {
             "plan": "team"
            }
           },
           {
            "external_user_id": "usr_2",
            "traits": {
             "name": "Grace Hopper"
            }
           }
          ]
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/BulkResult"
     },
     "400": {
      "$ref": "#/components/responses/Malformed"
     },
     "401": {
      "$ref": "#/components/responses/AuthRequired"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "422": {
      "$ref": "#/components/responses/Invalid"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   }
  },
  "/api/v1/events": {
   "post": {
    "operationId": "trackEvent",
    "tags": [
     "events"
    ],
    "summary": "Track one event",
    "description": "An event for a user that is not known yet is kept and attached when the user is first identified.",
    "x-records": {
     "key": "external_user_id"
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/IdempotencyKey"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/EventRecord"
       },
       "examples": {
        "event": {
         "summary": "A feature was used",
         "value": {
          "external_user_id": "usr_1",
          "name": "feature_used",
          "properties": {
           "feature": "export"
          }
         }
        }
       }
      }
     }
    },
    "responses": {
     "202": {
      "$ref": "#/components/responses/Accepted"
     },
     "400": {
      "$ref": "#/components/responses/Malformed"
     },
     "401": {
      "$ref": "#/components/responses/AuthRequired"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "422": {
      "$ref": "#/components/responses/Invalid"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   }
  },
  "/api/v1/events/batch": {
   "post": {
    "operationId": "batchTrackEvents",
    "tags": [
     "events"
    ],
    "summary": "Track up to 500 events, all or nothing",
    "description": "One invalid event refuses the whole batch; `field` is then a path with the index of the event, for example `events[3].external_user_id`.",
    "x-records": {
     "property": "events",
     "key": "external_user_id",
     "judged": "together"
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/IdempotencyKey"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "type": "object",
        "required": [
         "events"
        ],
        "properties": {
         "events": {
          "type": "array",
          "maxItems": 500,
          "items": {
           "$ref": "#/components/schemas/EventRecord"
          }
         }
        }
       },
       "examples": {
        "events": {
         "summary": "Two events of one user",
         "value": {
          "events": [
           {
            "external_user_id": "usr_1",
            "name": "trial_started"
           },
           {
            "external_user_id": "usr_1",
            "name": "feature_used",
            "properties": {
             "feature": "import"
            }
           }
          ]
         }
        }
       }
      }
     }
    },
    "responses": {
     "202": {
      "$ref": "#/components/responses/Accepted"
     },
     "400": {
      "$ref": "#/components/responses/Malformed"
     },
     "401": {
      "$ref": "#/components/responses/AuthRequired"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "422": {
      "$ref": "#/components/responses/Invalid"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   }
  },
  "/api/v1/events/bulk": {
   "post": {
    "operationId": "bulkTrackEvents",
    "tags": [
     "events"
    ],
    "summary": "Track up to 1,000 events",
    "description": "Records are judged one by one, as by `bulkUpsertUsers`. Only here does an event carry a `timestamp`.",
    "x-records": {
     "property": "events",
     "key": "external_user_id",
     "judged": "separately"
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/IdempotencyKey"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "type": "object",
        "required": [
         "events"
        ],
        "properties": {
         "events": {
          "type": "array",
          "minItems": 1,
          "maxItems": 1000,
          "items": {
           "$ref": "#/components/schemas/TimedEventRecord"
          }
         }
        }
       },
       "examples": {
        "events": {
         "summary": "An event of the past",
         "value": {
          "events": [
           {
            "external_user_id": "usr_1",
            "name": "user_signed_up",
            "timestamp": "2026-01-05T09:30:00.000Z"
           },
           {
            "external_user_id": "usr_2",
            "name": "user_signed_up"
           }
          ]
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/BulkResult"
     },
     "400": {
      "$ref": "#/components/responses/Malformed"
     },
     "401": {
      "$ref": "#/components/responses/AuthRequired"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "422": {
      "$ref": "#/components/responses/Invalid"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   }
  }
 },
 "components": {
  "securitySchemes": {
   "projectKey": {
    "type": "http",
    "scheme": "bearer",
    "description": "One key per project: `sk_live_` or `sk_test_`, followed by 32 or more random characters. Never in a query parameter."
   }
  },
  "parameters": {
   "IdempotencyKey": {
    "name": "Idempotency-Key",
    "in": "header",
    "required": false,
    "description": "Remembered for 24 hours per project: the same key with the same request gets the first answer again and does no work. Optional (VF-2).",
    "schema": {
     "$ref": "#/components/schemas/IdempotencyKey"
    }
   }
  },
  "headers": {
   "RetryAfter": {
    "description": "How long to wait before the next attempt: seconds, or an HTTP date (RFC 9110, section 10.2.3). vf-mock computes seconds and rounds them up.",
    "schema": {
     "anyOf": [
      {
       "type": "integer",
       "minimum": 0
      },
      {
       "title": "HTTP date",
       "type": "string",
       "pattern": "^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$"
      }
     ]
    }
   }
  },
  "schemas": {
   "IdempotencyKey": {
    "description": "A UUID of version 4 (RFC 9562, section 5.4).",
    "type": "string",
    "pattern": "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$"
   },
   "UserRecord": {
    "description": "A user to create or update. Unknown properties are ignored and not stored (VF-10).",
    "type": "object",
    "required": [
     "external_user_id"
    ],
    "properties": {
     "external_user_id": {
      "description": "Your own id of the user, the upsert key within the project.",
      "type": "string",
      "minLength": 1
     },
     "email": {
      "description": "E-mail address.",
      "type": "string",
      "maxLength": 254,
      "format": "email"
     },
     "traits": {
      "$ref": "#/components/schemas/Traits"
     }
    }
   },
   "Traits": {
    "description": "What is known of a user. Known traits have columns of their own, every other key goes to the traits bag.",
    "type": "object",
    "properties": {
     "name": {
      "description": "Full name."
     },
     "plan": {
      "description": "Plan or price tier."
     },
     "signupDate": {
      "description": "When the user signed up."
     },
     "company": {
      "description": "Company of the user."
     },
     "role": {
      "description": "Role within the company."
     }
    },
    "additionalProperties": true
   },
   "EventRecord": {
    "description": "An event to track. Unknown properties are ignored and not stored (VF-10).",
    "type": "object",
    "required": [
     "external_user_id",
     "name"
    ],
    "properties": {
     "external_user_id": {
      "description": "Your own id of the user who did it.",
      "type": "string",
      "minLength": 1
     },
     "name": {
      "description": "Name of the event, one of the nine canonical names (VF-11) or any other.",
      "type": "string",
      "minLength": 1,
      "examples": [
       "user_signed_up",
       "trial_started",
       "feature_used",
       "onboarding_step",
       "subscription_changed",
       "subscription_cancelled",
       "payment_failed",
       "trial_expiring",
       "user_invited"
      ]
     },
     "properties": {
      "description": "Anything worth knowing of the event.",
      "type": "object",
      "additionalProperties": true,
      "default": {}
     }
    }
   },
   "TimedEventRecord": {
    "description": "An event with the time at which it happened.",
    "allOf": [
     {
      "$ref": "#/components/schemas/EventRecord"
     },
     {
      "type": "object",
      "properties": {
       "timestamp": {
        "description": "When it happened, ISO 8601 with a time zone. Without it, the time of arrival.",
        "type": "string",
        "format": "date-time"
       }
      }
     }
    ]
   },
   "Accepted": {
    "type": "object",
    "required": [
     "data"
    ],
    "properties": {
     "data": {
      "type": "object",
      "required": [
       "accepted"
      ],
      "properties": {
       "accepted": {
        "type": "boolean",
        "const": true
       }
      }
     }
    }
   },
   "BulkResult": {
    "type": "object",
    "required": [
     "data",
     "meta"
    ],
    "properties": {
     "data": {
      "type": "object",
      "required": [
       "accepted",
       "rejected",
       "errors"
      ],
      "properties": {
       "accepted": {
        "description": "Number of records enqueued.",
        "type": "integer",
        "minimum": 0
       },
       "rejected": {
        "description": "Number of records listed in `errors`.",
        "type": "integer",
        "minimum": 0
       },
       "errors": {
        "type": "array",
        "items": {
         "$ref": "#/components/schemas/RecordError"
        }
       }
      }
     },
     "meta": {
      "type": "object",
      "required": [
       "received"
      ],
      "properties": {
       "received": {
        "description": "Number of records in the request.",
        "type": "integer",
        "minimum": 1
       }
      }
     }
    }
   },
   "RecordError": {
    "description": "Why one record of a bulk request was rejected.",
    "type": "object",
    "required": [
     "index",
     "code",
     "message"
    ],
    "properties": {
     "index": {
      "description": "Position in the request, from 0.",
      "type": "integer",
      "minimum": 0
     },
     "code": {
      "type": "string",
      "const": "validation"
     },
     "message": {
      "type": "string",
      "examples": [
       "Invalid email"
      ]
     },
     "field": {
      "description": "The offending field, where one can be named (VF-8).",
      "type": "string"
     }
    }
   },
   "ErrorBody": {
    "type": "object",
    "required": [
     "errors"
    ],
    "properties": {
     "errors": {
      "type": "array",
      "minItems": 1,
      "items": {
       "type": "object",
       "required": [
        "code",
        "message"
       ],
       "properties": {
        "code": {
         "description": "What went wrong, such as `validation_failed`, `auth_required`, `idempotency_key_reuse`, `rate_limited`, `backfill_queue_full` or `server_error`.",
         "type": "string",
         "pattern": "^[a-z][a-z0-9_]*$"
        },
        "message": {
         "type": "string"
        },
        "field": {
         "description": "The offending field, where one can be named.",
         "type": "string"
        }
       }
      }
     }
    }
   }
  },
  "responses": {
   "Accepted": {
    "description": "Enqueued.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Accepted"
      },
      "examples": {
       "accepted": {
        "value": {
         "data": {
          "accepted": true
         }
        }
       }
      }
     }
    }
   },
   "BulkResult": {
    "description": "Every record was judged; the accepted ones are enqueued.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/BulkResult"
      },
      "examples": {
       "allAccepted": {
        "summary": "All accepted",
        "value": {
         "data": {
          "accepted": 2,
          "rejected": 0,
          "errors": []
         },
         "meta": {
          "received": 2
         }
        }
       },
       "oneRejected": {
        "summary": "One rejected",
        "value": {
         "data": {
          "accepted": 1,
          "rejected": 1,
          "errors": [
           {
            "index": 1,
            "code": "validation",
            "message": "Invalid email",
            "field": "email"
           }
          ]
         },
         "meta": {
          "received": 2
         }
        }
       }
      }
     }
    }
   },
   "Malformed": {
    "description": "The request is not JSON in UTF-8 with `Content-Type: application/json`, its URL is malformed, or the envelope of a bulk request is wrong (VF-3).",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorBody"
      },
      "examples": {
       "empty": {
        "value": {
         "errors": [
          {
           "code": "validation_failed",
           "message": "users must have at least 1 item",
           "field": "users"
          }
         ]
        }
       }
      }
     }
    }
   },
   "AuthRequired": {
    "description": "The `Authorization` header is missing or malformed, or the key is revoked.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorBody"
      },
      "examples": {
       "missing": {
        "value": {
         "errors": [
          {
           "code": "auth_required",
           "message": "Send the project key as Authorization: Bearer <key>"
          }
         ]
        }
       }
      }
     }
    }
   },
   "Forbidden": {
    "description": "The key is valid, but not for this project.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorBody"
      },
      "examples": {
       "otherProject": {
        "value": {
         "errors": [
          {
           "code": "forbidden",
           "message": "This key belongs to another project"
          }
         ]
        }
       }
      }
     }
    }
   },
   "Conflict": {
    "description": "The `Idempotency-Key` was used before with another request, where VF-1 is switched to 409. By default that is a 422.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorBody"
      },
      "examples": {
       "reuse": {
        "value": {
         "errors": [
          {
           "code": "idempotency_key_reuse",
           "message": "This Idempotency-Key was used with another request",
           "field": "Idempotency-Key"
          }
         ]
        }
       }
      }
     }
    }
   },
   "TooLarge": {
    "description": "The body is larger than the server reads (default of vf-mock 10 MiB).",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorBody"
      },
      "examples": {
       "tooLarge": {
        "value": {
         "errors": [
          {
           "code": "payload_too_large",
           "message": "The body is over 10485760 bytes"
          }
         ]
        }
       }
      }
     }
    }
   },
   "Invalid": {
    "description": "The record or the batch is invalid and `field` names where; or the `Idempotency-Key` was used before with another request (VF-1); or it is missing where it is required (VF-2).",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorBody"
      },
      "examples": {
       "field": {
        "value": {
         "errors": [
          {
           "code": "validation_failed",
           "message": "Invalid email",
           "field": "email"
          }
         ]
        }
       }
      }
     }
    }
   },
   "TooManyRequests": {
    "description": "`rate_limited`: the limit of this project and endpoint is reached (VF-4). `backfill_queue_full`, on the bulk endpoints: the ingest queue holds 50,000 or more jobs (VF-5, VF-6); let it drain and resume in smaller chunks.",
    "headers": {
     "Retry-After": {
      "$ref": "#/components/headers/RetryAfter"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorBody"
      },
      "examples": {
       "rateLimited": {
        "value": {
         "errors": [
          {
           "code": "rate_limited",
           "message": "Too many requests"
          }
         ]
        }
       },
       "queueFull": {
        "value": {
         "errors": [
          {
           "code": "backfill_queue_full",
           "message": "The ingest queue is full; let it drain and resume in smaller chunks"
          }
         ]
        }
       }
      }
     }
    }
   },
   "ServerError": {
    "description": "Something failed on the server. Send the same request again.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorBody"
      },
      "examples": {
       "serverError": {
        "value": {
         "errors": [
          {
           "code": "server_error",
           "message": "Internal server error"
          }
         ]
        }
       }
      }
     }
    }
   },
   "Unavailable": {
    "description": "The service is not available for now. Send the same request again.",
    "headers": {
     "Retry-After": {
      "$ref": "#/components/headers/RetryAfter"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/ErrorBody"
      },
      "examples": {
       "unavailable": {
        "value": {
         "errors": [
          {
           "code": "server_error",
           "message": "Service unavailable"
          }
         ]
        }
       }
      }
     }
    }
   }
  }
 }
};
export const yellow: OpenApiDocument = {
 "openapi": "3.1.0",
 "info": {
  "title": "Yellow.ai User 360 API, as vf-mock implements it",
  "version": "1.0.0",
  "summary": "Users and events of a Yellow.ai bot, one by one and in bulk.",
  "description": "The nine user and event operations of the Yellow.ai User 360 API in our own words, gathered from the vendor's public reference and help pages and from how public clients call it, as of 2026. This is not a document of the vendor. Where the sources contradict each other or are silent, it describes the default of vf-mock and names the question (YE-1 to YE-13); the README lists them with the option that switches the reading.",
  "license": {
   "name": "MIT",
   "identifier": "MIT"
  }
 },
 "servers": [
  {
   "url": "https://cloud.yellow.ai",
   "description": "India"
  },
  {
   "url": "https://r1.cloud.yellow.ai",
   "description": "Middle East and Africa"
  },
  {
   "url": "https://r2.cloud.yellow.ai",
   "description": "Indonesia"
  },
  {
   "url": "https://r3.cloud.yellow.ai",
   "description": "Singapore"
  },
  {
   "url": "https://r4.cloud.yellow.ai",
   "description": "USA"
  },
  {
   "url": "https://r5.cloud.yellow.ai",
   "description": "Europe"
  }
 ],
 "tags": [
  {
   "name": "users",
   "description": "The users of a bot."
  },
  {
   "name": "events",
   "description": "What the users of a bot did."
  }
 ],
 "security": [
  {
   "authToken": []
  },
  {
   "apiKey": []
  }
 ],
 "paths": {
  "/cdp/api/v1/user/create-bulk": {
   "post": {
    "operationId": "bulkCreateUsers",
    "tags": [
     "users"
    ],
    "summary": "Create up to 1,000 users",
    "description": "One invalid record refuses the whole request with a text that names `Row [n]`, counted from 0, and stores nothing (YE-6). A record without `userId` gets one (YE-5). A `userId` that stands twice is applied in order. The answer's `data` is the id of this bulk creation, for `getBulkCreation`.",
    "x-rate-limit": {
     "requests": 120,
     "windowSeconds": 60
    },
    "x-records": {
     "property": "users",
     "key": "userId",
     "judged": "separately",
     "upsert": true
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/Bot"
     },
     {
      "name": "uponConflict",
      "in": "query",
      "description": "What happens to a record whose `userId` exists already. `UPDATE_EXISTING` sets the given properties and leaves the others; `RETAIN_IMPORTED` keeps the existing user and ignores the record (YE-1). Left out, it is `UPDATE_EXISTING` (YE-2).",
      "schema": {
       "type": "string",
       "enum": [
        "UPDATE_EXISTING",
        "RETAIN_IMPORTED"
       ]
      }
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "description": "The users, always in an envelope (YE-4, YE-7).",
        "type": "object",
        "required": [
         "users"
        ],
        "properties": {
         "users": {
          "type": "array",
          "minItems": 1,
          "maxItems": 1000,
          "items": {
           "$ref": "#/components/schemas/UserRecord"
          }
         }
        }
       },
       "examples": {
        "users": {
         "summary": "Two users",
         "value": {
          "users": [
           {
            "userId": "1001",
            "firstName": "Asha",
            "email": "asha@example.com",
            "phone": "919000000000",
            "tags": [
             "trial"
            ]
           },
           {
            "userId": "1002",
            "firstName": "Ravi",
            "dob": "1990-04-30",
            "emailOptin": true,
            "loyaltyTier": "gold"
           }
          ]
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Taken; the users are stored by this bulk creation.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/BulkCreationStarted"
        },
        "examples": {
         "started": {
          "value": {
           "message": "",
           "data": "qnN5xz34haspjpTd1uDVY"
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "406": {
      "$ref": "#/components/responses/NotAcceptable"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   },
   "get": {
    "operationId": "getBulkCreation",
    "tags": [
     "users"
    ],
    "summary": "Status of a bulk creation",
    "parameters": [
     {
      "$ref": "#/components/parameters/Bot"
     },
     {
      "name": "id",
      "in": "query",
      "required": true,
      "description": "The id that the bulk creation answered. An unknown one is a 400 (YE-13).",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "qnN5xz34haspjpTd1uDVY"
     }
    ],
    "responses": {
     "200": {
      "description": "How far it is, and which users were new or existed before (YE-12).",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/BulkCreationStatus"
        },
        "examples": {
         "finished": {
          "value": {
           "message": "Details Fetched Successfully",
           "data": {
            "comment": "finished processing",
            "result": {
             "newUsers": {
              "1001": "x1640004486565"
             },
             "conflictedUsers": {
              "1002": "x1640004486565"
             }
            }
           }
          }
         },
         "processing": {
          "value": {
           "message": "Details Fetched Successfully",
           "data": {
            "comment": "processing",
            "result": {
             "newUsers": {},
             "conflictedUsers": {}
            }
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "406": {
      "$ref": "#/components/responses/NotAcceptable"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   }
  },
  "/cdp/api/v1/user": {
   "post": {
    "operationId": "addUser",
    "tags": [
     "users"
    ],
    "summary": "Add one user",
    "description": "A user that exists already is updated with the given properties.",
    "x-rate-limit": {
     "requests": 2000,
     "windowSeconds": 60
    },
    "x-records": {
     "key": "userId",
     "upsert": true
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/Bot"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "allOf": [
         {
          "$ref": "#/components/schemas/UserRecord"
         },
         {
          "type": "object",
          "required": [
           "userId"
          ],
          "properties": {
           "userId": {
            "type": "string",
            "minLength": 1
           }
          }
         }
        ]
       },
       "examples": {
        "user": {
         "summary": "A user with a property of one's own",
         "value": {
          "userId": "1001",
          "firstName": "Asha",
          "loyaltyTier": "gold"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Added.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/WholeUserAnswer"
        },
        "examples": {
         "created": {
          "value": {
           "message": "User created successfully",
           "data": {
            "userId": {
             "value": "1001",
             "propertyType": "System"
            },
            "firstName": {
             "value": "Asha",
             "propertyType": "System"
            },
            "loyaltyTier": {
             "value": "gold",
             "propertyType": "Custom"
            },
            "id": {
             "value": "x1640004486565_V1StGXR8_Z5jdHi6B-myT",
             "propertyType": "System"
            },
            "botId": {
             "value": "x1640004486565",
             "propertyType": "System"
            },
            "createdAt": {
             "value": "2026-01-01T00:00:00.000Z",
             "propertyType": "System"
            },
            "updatedAt": {
             "value": "2026-01-01T00:00:00.000Z",
             "propertyType": "System"
            },
            "profileComplete": {
             "value": false,
             "propertyType": "System"
            }
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "406": {
      "$ref": "#/components/responses/NotAcceptable"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   },
   "get": {
    "operationId": "listUsers",
    "tags": [
     "users"
    ],
    "summary": "List users, a page at a time",
    "description": "Users come in the order in which they were created. Ask for pages until one is empty.",
    "parameters": [
     {
      "$ref": "#/components/parameters/Bot"
     },
     {
      "name": "offset",
      "in": "query",
      "description": "Number of users to pass over.",
      "schema": {
       "type": "integer",
       "minimum": 0,
       "default": 0
      }
     },
     {
      "name": "limit",
      "in": "query",
      "description": "Number of users in a page.",
      "schema": {
       "type": "integer",
       "minimum": 1,
       "default": 100
      }
     },
     {
      "$ref": "#/components/parameters/Properties"
     }
    ],
    "responses": {
     "200": {
      "description": "A page of users, empty past the last one.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "required": [
          "message",
          "data"
         ],
         "properties": {
          "message": {
           "type": "string"
          },
          "data": {
           "type": "object",
           "required": [
            "data"
           ],
           "properties": {
            "data": {
             "type": "array",
             "items": {
              "$ref": "#/components/schemas/User"
             }
            }
           }
          }
         }
        },
        "examples": {
         "page": {
          "value": {
           "message": "Fetched users successfully",
           "data": {
            "data": [
             {
              "userId": {
               "value": "1001",
               "propertyType": "System"
              }
             }
            ]
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "406": {
      "$ref": "#/components/responses/NotAcceptable"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   }
  },
  "/cdp/api/v1/user/{userId}": {
   "parameters": [
    {
     "name": "userId",
     "in": "path",
     "required": true,
     "description": "The user's `userId`.",
     "schema": {
      "type": "string",
      "minLength": 1
     },
     "example": "1001"
    }
   ],
   "get": {
    "operationId": "getUser",
    "tags": [
     "users"
    ],
    "summary": "One user",
    "description": "Answers the `System` properties; `allProperties` adds the `Custom` ones, `properties` picks some of either kind.",
    "parameters": [
     {
      "$ref": "#/components/parameters/Bot"
     },
     {
      "$ref": "#/components/parameters/Properties"
     },
     {
      "name": "allProperties",
      "in": "query",
      "description": "Whether `Custom` properties come too.",
      "schema": {
       "type": "boolean",
       "default": false
      }
     },
     {
      "name": "userId",
      "in": "query",
      "description": "Whether the path holds the `userId`; with `false` it holds the `id` that Yellow.ai generated.",
      "schema": {
       "type": "boolean",
       "default": true
      }
     }
    ],
    "responses": {
     "200": {
      "description": "The user.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/UserAnswer"
        },
        "examples": {
         "user": {
          "value": {
           "message": "Fetched user successfully",
           "data": {
            "userId": {
             "value": "1001",
             "propertyType": "System"
            },
            "firstName": {
             "value": "Asha",
             "propertyType": "System"
            }
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "406": {
      "$ref": "#/components/responses/NotAcceptable"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   },
   "put": {
    "operationId": "updateUser",
    "tags": [
     "users"
    ],
    "summary": "Update some properties of a user",
    "description": "Sets the given properties and leaves the others. `userId` cannot change.",
    "x-rate-limit": {
     "requests": 1500,
     "windowSeconds": 60
    },
    "x-records": {
     "key": "userId",
     "upsert": true
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/Bot"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/UserRecord"
       },
       "examples": {
        "city": {
         "summary": "A new city",
         "value": {
          "city": "Pune"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Updated.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/WholeUserAnswer"
        },
        "examples": {
         "updated": {
          "value": {
           "message": "User updated successfully",
           "data": {
            "userId": {
             "value": "1001",
             "propertyType": "System"
            },
            "city": {
             "value": "Pune",
             "propertyType": "System"
            },
            "id": {
             "value": "x1640004486565_V1StGXR8_Z5jdHi6B-myT",
             "propertyType": "System"
            },
            "botId": {
             "value": "x1640004486565",
             "propertyType": "System"
            },
            "createdAt": {
             "value": "2026-01-01T00:00:00.000Z",
             "propertyType": "System"
            },
            "updatedAt": {
             "value": "2026-01-01T00:00:00.000Z",
             "propertyType": "System"
            },
            "profileComplete": {
             "value": false,
             "propertyType": "System"
            }
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "406": {
      "$ref": "#/components/responses/NotAcceptable"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   },
   "delete": {
    "operationId": "deleteUser",
    "tags": [
     "users"
    ],
    "summary": "Delete a user",
    "x-rate-limit": {
     "requests": 1000,
     "windowSeconds": 60
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/Bot"
     }
    ],
    "responses": {
     "200": {
      "description": "Deleted.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "required": [
          "message",
          "data"
         ],
         "properties": {
          "message": {
           "type": "string"
          },
          "data": {
           "type": "object",
           "required": [
            "userId"
           ],
           "properties": {
            "userId": {
             "type": "string"
            }
           }
          }
         }
        },
        "examples": {
         "deleted": {
          "value": {
           "message": "User deleted successfully",
           "data": {
            "userId": "1001"
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "406": {
      "$ref": "#/components/responses/NotAcceptable"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   }
  },
  "/cdp/api/v1/event": {
   "post": {
    "operationId": "createEvent",
    "tags": [
     "events"
    ],
    "summary": "Create an event",
    "description": "A user that is not known yet is created.",
    "x-rate-limit": {
     "requests": 6000,
     "windowSeconds": 60
    },
    "x-records": {
     "key": "userId"
    },
    "parameters": [
     {
      "$ref": "#/components/parameters/Bot"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/EventRecord"
       },
       "examples": {
        "event": {
         "summary": "An order was placed",
         "value": {
          "userId": "1001",
          "eventName": "order_placed",
          "source": "shop",
          "payload": {
           "total": 499
          }
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Created.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "required": [
          "message",
          "data"
         ],
         "properties": {
          "message": {
           "type": "string"
          },
          "data": {
           "$ref": "#/components/schemas/Event"
          }
         }
        },
        "examples": {
         "created": {
          "value": {
           "message": "Event created successfully",
           "data": {
            "id": "V1StGXR8_Z5jdHi6B-myT",
            "botId": "x1640004486565",
            "userId": "1001",
            "event": "order_placed",
            "source": "shop",
            "payload": {
             "total": 499
            },
            "createdAt": "2026-01-01T00:00:00.000Z"
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "406": {
      "$ref": "#/components/responses/NotAcceptable"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   },
   "get": {
    "operationId": "listEvents",
    "tags": [
     "events"
    ],
    "summary": "Events of a user",
    "description": "Events come in the order in which they were created.",
    "parameters": [
     {
      "$ref": "#/components/parameters/Bot"
     },
     {
      "name": "userId",
      "in": "query",
      "required": true,
      "description": "Whose events.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "1001"
     },
     {
      "name": "eventName",
      "in": "query",
      "description": "Only events of this name.",
      "schema": {
       "type": "string",
       "minLength": 1
      }
     },
     {
      "name": "offsetTimestamp",
      "in": "query",
      "description": "Only events created at this time or later, in milliseconds since 1970 or as ISO 8601.",
      "schema": {
       "anyOf": [
        {
         "type": "string",
         "format": "date-time"
        },
        {
         "type": "integer",
         "minimum": 0
        }
       ]
      }
     },
     {
      "name": "limit",
      "in": "query",
      "description": "Number of events at most.",
      "schema": {
       "type": "integer",
       "minimum": 1,
       "default": 100
      }
     }
    ],
    "responses": {
     "200": {
      "description": "The events, none for a user that is not known.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "required": [
          "message",
          "data"
         ],
         "properties": {
          "message": {
           "type": "string"
          },
          "data": {
           "type": "array",
           "items": {
            "$ref": "#/components/schemas/Event"
           }
          }
         }
        },
        "examples": {
         "events": {
          "value": {
           "message": "Fetched events successfully",
           "data": [
            {
             "id": "V1StGXR8_Z5jdHi6B-myT",
             "botId": "x1640004486565",
             "userId": "1001",
             "event": "order_placed",
             "source": "shop",
             "payload": {
              "total": 499
             },
             "createdAt": "2026-01-01T00:00:00.000Z"
            }
           ]
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "406": {
      "$ref": "#/components/responses/NotAcceptable"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/ServerError"
     },
     "503": {
      "$ref": "#/components/responses/Unavailable"
     }
    }
   }
  }
 },
 "components": {
  "securitySchemes": {
   "authToken": {
    "type": "apiKey",
    "in": "header",
    "name": "X-Auth-Token",
    "description": "The header of the bulk page (YE-3)."
   },
   "apiKey": {
    "type": "apiKey",
    "in": "header",
    "name": "x-api-key",
    "description": "The header of the newer reference (YE-3)."
   }
  },
  "parameters": {
   "Bot": {
    "name": "bot",
    "in": "query",
    "required": true,
    "description": "The bot that the users belong to.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": "x1640004486565"
   },
   "Properties": {
    "name": "properties",
    "in": "query",
    "description": "Names of the properties to answer, separated by commas.",
    "style": "form",
    "explode": false,
    "schema": {
     "type": "array",
     "items": {
      "type": "string"
     }
    },
    "example": [
     "email",
     "tags"
    ]
   }
  },
  "headers": {
   "RetryAfter": {
    "description": "How long to wait before the next attempt: seconds, or an HTTP date (RFC 9110, section 10.2.3). vf-mock computes seconds and rounds them up (YE-8).",
    "schema": {
     "anyOf": [
      {
       "type": "integer",
       "minimum": 0
      },
      {
       "title": "HTTP date",
       "type": "string",
       "pattern": "^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$"
      }
     ]
    }
   }
  },
  "schemas": {
   "UserRecord": {
    "description": "Properties of a user. Those listed are `System`, any other is `Custom`. `id`, `botId`, `createdAt`, `updatedAt` and `profileComplete` belong to the server and are ignored here.",
    "type": "object",
    "properties": {
     "userId": {
      "description": "Your own id of the user, by which conflicts are found.",
      "type": "string",
      "minLength": 1
     },
     "firstName": {
      "type": "string"
     },
     "lastName": {
      "type": "string"
     },
     "gender": {
      "type": "string"
     },
     "country": {
      "type": "string"
     },
     "city": {
      "type": "string"
     },
     "language": {
      "type": "string"
     },
     "email": {
      "description": "E-mail address.",
      "type": "string",
      "maxLength": 254,
      "format": "email"
     },
     "phone": {
      "description": "Phone number with country code, digits only.",
      "type": "string",
      "pattern": "^[1-9][0-9]{6,14}$",
      "examples": [
       "919000000000"
      ]
     },
     "lastChannel": {
      "type": "string"
     },
     "dob": {
      "description": "Date of birth.",
      "type": "string",
      "format": "date"
     },
     "emailOptin": {
      "type": "boolean"
     },
     "emailOptIn": {
      "description": "Another spelling of `emailOptin` and stored as that (YE-11).",
      "type": "boolean"
     },
     "smsOptin": {
      "type": "boolean"
     },
     "whatsAppOptin": {
      "type": "boolean"
     },
     "tags": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "timezone": {
      "type": "string"
     }
    },
    "additionalProperties": true
   },
   "Property": {
    "description": "A property as it is stored.",
    "type": "object",
    "required": [
     "value",
     "propertyType"
    ],
    "properties": {
     "value": {},
     "propertyType": {
      "type": "string",
      "enum": [
       "System",
       "Custom"
      ]
     }
    }
   },
   "User": {
    "description": "A user as it is stored. Beside the given properties it has `id`, `botId`, `createdAt`, `updatedAt` and `profileComplete`.",
    "type": "object",
    "additionalProperties": {
     "$ref": "#/components/schemas/Property"
    }
   },
   "UserAnswer": {
    "type": "object",
    "required": [
     "message",
     "data"
    ],
    "properties": {
     "message": {
      "type": "string"
     },
     "data": {
      "$ref": "#/components/schemas/User"
     }
    }
   },
   "WholeUser": {
    "description": "A user with all of its properties.",
    "allOf": [
     {
      "$ref": "#/components/schemas/User"
     },
     {
      "type": "object",
      "required": [
       "userId",
       "id",
       "botId",
       "createdAt",
       "updatedAt",
       "profileComplete"
      ],
      "properties": {
       "userId": {},
       "id": {},
       "botId": {},
       "createdAt": {},
       "updatedAt": {},
       "profileComplete": {}
      }
     }
    ]
   },
   "WholeUserAnswer": {
    "type": "object",
    "required": [
     "message",
     "data"
    ],
    "properties": {
     "message": {
      "type": "string"
     },
     "data": {
      "$ref": "#/components/schemas/WholeUser"
     }
    }
   },
   "BulkCreationStarted": {
    "type": "object",
    "required": [
     "message",
     "data"
    ],
    "properties": {
     "message": {
      "type": "string"
     },
     "data": {
      "description": "Id of this bulk creation.",
      "type": "string",
      "pattern": "^[A-Za-z0-9_-]{21}$"
     }
    }
   },
   "BulkCreationStatus": {
    "type": "object",
    "required": [
     "message",
     "data"
    ],
    "properties": {
     "message": {
      "type": "string"
     },
     "data": {
      "type": "object",
      "required": [
       "comment",
       "result"
      ],
      "properties": {
       "comment": {
        "type": "string",
        "enum": [
         "processing",
         "finished processing"
        ]
       },
       "result": {
        "type": "object",
        "required": [
         "newUsers",
         "conflictedUsers"
        ],
        "properties": {
         "newUsers": {
          "$ref": "#/components/schemas/UsersToBot"
         },
         "conflictedUsers": {
          "$ref": "#/components/schemas/UsersToBot"
         }
        }
       }
      }
     }
    }
   },
   "UsersToBot": {
    "description": "The bot of each user, by `userId`.",
    "type": "object",
    "additionalProperties": {
     "type": "string"
    }
   },
   "EventRecord": {
    "type": "object",
    "required": [
     "userId",
     "eventName"
    ],
    "properties": {
     "userId": {
      "description": "Whose event.",
      "type": "string",
      "minLength": 1
     },
     "eventName": {
      "type": "string",
      "minLength": 1
     },
     "source": {
      "description": "Where it comes from.",
      "type": "string"
     },
     "payload": {
      "description": "Anything worth knowing of the event.",
      "type": "object",
      "additionalProperties": true,
      "default": {}
     }
    }
   },
   "Event": {
    "type": "object",
    "required": [
     "id",
     "botId",
     "userId",
     "event",
     "payload",
     "createdAt"
    ],
    "properties": {
     "id": {
      "type": "string"
     },
     "botId": {
      "type": "string"
     },
     "userId": {
      "type": "string"
     },
     "event": {
      "description": "The `eventName` that was given.",
      "type": "string"
     },
     "source": {
      "type": "string"
     },
     "payload": {
      "type": "object",
      "additionalProperties": true
     },
     "createdAt": {
      "type": "string",
      "format": "date-time"
     }
    }
   },
   "Error": {
    "type": "object",
    "required": [
     "error"
    ],
    "properties": {
     "error": {
      "type": "string"
     }
    }
   }
  },
  "responses": {
   "BadRequest": {
    "description": "The request is malformed or invalid; of a bulk creation, `Row [n]` names the invalid record.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      },
      "examples": {
       "row": {
        "value": {
         "error": "Row [3]: Invalid email"
        }
       }
      }
     }
    }
   },
   "Unauthorized": {
    "description": "The key is missing or not valid for this bot (YE-3)."
   },
   "NotFound": {
    "description": "No such user.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      },
      "examples": {
       "unknown": {
        "value": {
         "error": "User not found: 1001"
        }
       }
      }
     }
    }
   },
   "NotAcceptable": {
    "description": "The `Accept` header excludes JSON (YE-10)."
   },
   "TooLarge": {
    "description": "The body is larger than the server reads (default of vf-mock 10 MiB).",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      },
      "examples": {
       "tooLarge": {
        "value": {
         "error": "The body is over 10485760 bytes"
        }
       }
      }
     }
    }
   },
   "TooManyRequests": {
    "description": "The limit of this bot and endpoint is reached (YE-8, YE-9).",
    "headers": {
     "Retry-After": {
      "$ref": "#/components/headers/RetryAfter"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      },
      "examples": {
       "limited": {
        "value": {
         "error": "Too many requests"
        }
       }
      }
     }
    }
   },
   "ServerError": {
    "description": "Something failed on the server.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      },
      "examples": {
       "serverError": {
        "value": {
         "error": "Internal server error"
        }
       }
      }
     }
    }
   },
   "Unavailable": {
    "description": "The service is not available for now.",
    "headers": {
     "Retry-After": {
      "$ref": "#/components/headers/RetryAfter"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      },
      "examples": {
       "unavailable": {
        "value": {
         "error": "Service unavailable"
        }
       }
      }
     }
    }
   }
  }
 }
};
export const admin: OpenApiDocument = {
 "openapi": "3.1.0",
 "info": {
  "title": "vf-mock admin API and options",
  "version": "1.0.0",
  "summary": "The control API in front of a mock, and the options that a mock is created with.",
  "license": {
   "name": "MIT",
   "identifier": "MIT"
  }
 },
 "servers": [
  {
   "url": "http://127.0.0.1:4010",
   "description": "Where `npx vf-mock` listens by default."
  }
 ],
 "tags": [
  {
   "name": "admin",
   "description": "The mock itself."
  },
  {
   "name": "faults",
   "description": "What goes wrong."
  },
  {
   "name": "clock",
   "description": "The time of the mock."
  },
  {
   "name": "journal",
   "description": "What the clients did."
  }
 ],
 "security": [
  {},
  {
   "adminToken": []
  }
 ],
 "paths": {
  "/__admin/health": {
   "get": {
    "operationId": "getHealth",
    "tags": [
     "admin"
    ],
    "summary": "Whether the server is up, and its version",
    "responses": {
     "200": {
      "description": "It is up.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Health"
        },
        "examples": {
         "ok": {
          "value": {
           "status": "ok",
           "version": "0.1.0"
          }
         }
        }
       }
      }
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  },
  "/__admin/reset": {
   "post": {
    "operationId": "reset",
    "tags": [
     "admin"
    ],
    "summary": "Forget everything, or one tenant",
    "description": "Without `tenant`: users, events, limits, keys, the journal, and the fault rules and scenarios that came after the start, as `mock.reset()`. With it: what that project or bot holds, and the fault rules that name it.",
    "parameters": [
     {
      "$ref": "#/components/parameters/Tenant"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/Done"
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  },
  "/__admin/faults": {
   "get": {
    "operationId": "listFaults",
    "tags": [
     "faults"
    ],
    "summary": "The fault rules, with how often each has fired",
    "responses": {
     "200": {
      "description": "The rules in the order in which they are tried.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/FaultList"
        },
        "examples": {
         "one": {
          "value": {
           "faults": [
            {
             "id": "fault-1",
             "fired": 2,
             "rule": {
              "on": {
               "attempt": 1
              },
              "fault": {
               "status": 503
              }
             }
            }
           ]
          }
         }
        }
       }
      }
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   },
   "post": {
    "operationId": "addFaults",
    "tags": [
     "faults"
    ],
    "summary": "Add one fault rule or several",
    "description": "All are added, or none when one of them is refused.",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "anyOf": [
         {
          "$ref": "#/components/schemas/FaultRule"
         },
         {
          "type": "array",
          "items": {
           "$ref": "#/components/schemas/FaultRule"
          }
         }
        ]
       },
       "examples": {
        "one": {
         "summary": "The first attempt of every chunk is refused",
         "value": {
          "on": {
           "operation": "bulkUpsertUsers",
           "attempt": 1
          },
          "fault": {
           "status": 503,
           "retryAfter": 2
          }
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "All rules that there are now.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/FaultList"
        },
        "examples": {
         "one": {
          "value": {
           "faults": [
            {
             "id": "fault-1",
             "fired": 0,
             "rule": {
              "on": {
               "attempt": 1
              },
              "fault": {
               "status": 503
              }
             }
            }
           ]
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     }
    }
   },
   "delete": {
    "operationId": "clearFaults",
    "tags": [
     "faults"
    ],
    "summary": "Remove all fault rules, or those of one tenant",
    "parameters": [
     {
      "$ref": "#/components/parameters/Tenant"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/Done"
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  },
  "/__admin/faults/{id}": {
   "delete": {
    "operationId": "removeFault",
    "tags": [
     "faults"
    ],
    "summary": "Remove one fault rule",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "The id of the rule, as it was given or as the list shows it.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "fault-1"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/Done"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/Refused"
     }
    }
   }
  },
  "/__admin/scenarios": {
   "get": {
    "operationId": "listScenarios",
    "tags": [
     "faults"
    ],
    "summary": "The named scenarios",
    "responses": {
     "200": {
      "description": "Each with what it does and the options that it consists of.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ScenarioList"
        },
        "examples": {
         "one": {
          "value": {
           "scenarios": [
            {
             "name": "rate-limited",
             "description": "The first attempt of every call is answered 429.",
             "options": {
              "faults": [
               {
                "on": {
                 "attempt": 1
                },
                "fault": {
                 "status": 429,
                 "retryAfter": 1
                }
               }
              ]
             }
            }
           ]
          }
         }
        }
       }
      }
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  },
  "/__admin/scenarios/{name}": {
   "post": {
    "operationId": "useScenario",
    "tags": [
     "faults"
    ],
    "summary": "Put a named scenario in force",
    "description": "Its fault rules are added behind those that are there, its options replace those in force.",
    "parameters": [
     {
      "name": "name",
      "in": "path",
      "required": true,
      "description": "Name of the scenario.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "rate-limited"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/Done"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/Refused"
     }
    }
   }
  },
  "/__admin/clock": {
   "get": {
    "operationId": "getClock",
    "tags": [
     "clock"
    ],
    "summary": "The mock's time",
    "responses": {
     "200": {
      "$ref": "#/components/responses/Time"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   },
   "put": {
    "operationId": "setClock",
    "tags": [
     "clock"
    ],
    "summary": "Set a manual clock, or move it forward",
    "description": "Answers when all that was due by then is done. A clock never goes back.",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ClockChange"
       },
       "examples": {
        "advance": {
         "summary": "Half a minute on",
         "value": {
          "advance": 30000
         }
        },
        "time": {
         "summary": "To a time",
         "value": {
          "time": "2026-01-02T00:00:00.000Z"
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Time"
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     }
    }
   }
  },
  "/__admin/state": {
   "get": {
    "operationId": "getState",
    "tags": [
     "admin"
    ],
    "summary": "What the two APIs hold, of all tenants or of one",
    "description": "As `mock.snapshot()`. What is due by now is stored first. Tenants that hold nothing are left out.",
    "parameters": [
     {
      "$ref": "#/components/parameters/Tenant"
     }
    ],
    "responses": {
     "200": {
      "description": "The state, to be put back as it is.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/State"
        },
        "examples": {
         "nothing": {
          "value": {
           "version": 1,
           "vibefollow": {},
           "yellow": {}
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   },
   "put": {
    "operationId": "setState",
    "tags": [
     "admin"
    ],
    "summary": "Replace what the two APIs hold, of all tenants or of one",
    "description": "As `mock.restore()`: tenants that the state does not name hold nothing afterwards. With `tenant`, only that one is replaced, and the state may name no other. Fault rules, options, clock and journal stay as they are, and a request that waits goes on waiting.",
    "parameters": [
     {
      "$ref": "#/components/parameters/Tenant"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/State"
       },
       "examples": {
        "nothing": {
         "summary": "Both APIs hold nothing",
         "value": {
          "version": 1,
          "vibefollow": {},
          "yellow": {}
         }
        }
       }
      }
     }
    },
    "responses": {
     "200": {
      "$ref": "#/components/responses/Done"
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "413": {
      "$ref": "#/components/responses/TooLarge"
     }
    }
   }
  },
  "/__admin/options": {
   "get": {
    "operationId": "getOptions",
    "tags": [
     "admin"
    ],
    "summary": "The options in force",
    "responses": {
     "200": {
      "description": "Every option, defaults filled in. Keys are masked, those of VibeFollow in their form.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Options"
        },
        "examples": {
         "some": {
          "value": {
           "seed": 1,
           "clock": "system"
          }
         }
        }
       }
      }
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  },
  "/__admin/journal": {
   "get": {
    "operationId": "getJournal",
    "tags": [
     "journal"
    ],
    "summary": "The exchanges that the journal keeps",
    "description": "In order of arrival. All that is asked for must match.",
    "parameters": [
     {
      "$ref": "#/components/parameters/OfTenant"
     },
     {
      "$ref": "#/components/parameters/OfApi"
     },
     {
      "$ref": "#/components/parameters/OfOperation"
     },
     {
      "$ref": "#/components/parameters/OfAttempt"
     },
     {
      "$ref": "#/components/parameters/OfCall"
     },
     {
      "$ref": "#/components/parameters/OfStatus"
     },
     {
      "$ref": "#/components/parameters/OfRecord"
     }
    ],
    "responses": {
     "200": {
      "description": "The exchanges, and how many were dropped.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ExchangeList"
        },
        "examples": {
         "one": {
          "summary": "A retry that came too early",
          "value": {
           "exchanges": [
            {
             "number": 2,
             "at": 1767225600750,
             "method": "POST",
             "path": "/api/v1/users/bulk",
             "query": "",
             "api": "vibefollow",
             "operation": "bulkUpsertUsers",
             "tenant": "sk_test_…0000",
             "tenantId": "prj_80a96cbb1ff6c251",
             "call": 1,
             "attempt": 2,
             "waited": 750,
             "toldToWait": 2000,
             "records": 1,
             "recordIds": [
              "usr_1"
             ],
             "size": 42,
             "digest": "85a5a3bbd9c5a0d1",
             "credential": "header",
             "concurrent": 1,
             "applied": true,
             "effect": 1,
             "status": 200,
             "duration": 0
            }
           ],
           "dropped": 0
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   },
   "delete": {
    "operationId": "clearJournal",
    "tags": [
     "journal"
    ],
    "summary": "Forget all exchanges, or those of one tenant",
    "parameters": [
     {
      "$ref": "#/components/parameters/Tenant"
     }
    ],
    "responses": {
     "200": {
      "$ref": "#/components/responses/Done"
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  },
  "/__admin/journal.har": {
   "get": {
    "operationId": "getHar",
    "tags": [
     "journal"
    ],
    "summary": "The exchanges as an HTTP archive",
    "description": "HAR 1.2, which the developer tools of browsers open. Headers and bodies are in it with the option `journalBodies`.",
    "parameters": [
     {
      "$ref": "#/components/parameters/OfTenant"
     },
     {
      "$ref": "#/components/parameters/OfApi"
     },
     {
      "$ref": "#/components/parameters/OfOperation"
     },
     {
      "$ref": "#/components/parameters/OfAttempt"
     },
     {
      "$ref": "#/components/parameters/OfCall"
     },
     {
      "$ref": "#/components/parameters/OfStatus"
     },
     {
      "$ref": "#/components/parameters/OfRecord"
     }
    ],
    "responses": {
     "200": {
      "description": "The archive.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Har"
        },
        "examples": {
         "empty": {
          "value": {
           "log": {
            "version": "1.2",
            "creator": {
             "name": "vf-mock",
             "version": "0.1.0"
            },
            "pages": [],
            "entries": []
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  },
  "/__admin/calls": {
   "get": {
    "operationId": "listCalls",
    "tags": [
     "journal"
    ],
    "summary": "The calls that clients made, each with its attempts and its outcome",
    "description": "In order of first arrival. Those of which an attempt matches all that is asked for.",
    "parameters": [
     {
      "$ref": "#/components/parameters/OfTenant"
     },
     {
      "$ref": "#/components/parameters/OfApi"
     },
     {
      "$ref": "#/components/parameters/OfOperation"
     },
     {
      "$ref": "#/components/parameters/OfAttempt"
     },
     {
      "$ref": "#/components/parameters/OfCall"
     },
     {
      "$ref": "#/components/parameters/OfStatus"
     },
     {
      "$ref": "#/components/parameters/OfRecord"
     }
    ],
    "responses": {
     "200": {
      "description": "The calls, and how many exchanges were dropped.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ClientCallList"
        },
        "examples": {
         "one": {
          "summary": "A request that was refused for good",
          "value": {
           "calls": [
            {
             "api": "yellow",
             "operation": "getUser",
             "tenant": "x1640004486565",
             "tenantId": "x1640004486565",
             "call": 1,
             "outcome": "refused",
             "attempts": [
              {
               "number": 1,
               "at": 1767225600000,
               "method": "GET",
               "path": "/cdp/api/v1/user/1001",
               "query": "bot=x1640004486565",
               "size": 0,
               "records": 0,
               "status": 404,
               "duration": 0
              }
             ]
            }
           ],
           "dropped": 0
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  },
  "/__admin/verdicts": {
   "get": {
    "operationId": "getVerdicts",
    "tags": [
     "journal"
    ],
    "summary": "How the client kept each rule",
    "description": "As `mock.verdicts()`. With `tenant`, how the client of that project or bot did.",
    "parameters": [
     {
      "$ref": "#/components/parameters/Tenant"
     }
    ],
    "responses": {
     "200": {
      "description": "A verdict for each rule, and the figures of a retry storm.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Verdicts"
        },
        "examples": {
         "one": {
          "summary": "A retry that came too early",
          "value": {
           "passed": false,
           "requests": 2,
           "dropped": 0,
           "verdicts": [
            {
             "rule": "retry-after-honored",
             "title": "Retry-After is honored",
             "requirement": "Before the time told, seconds or a date, there is no new attempt.",
             "source": "RFC 9110, section 10.2.3",
             "level": "MUST",
             "outcome": "failed",
             "findings": [
              {
               "message": "Attempt 2 came after 750 ms; it was told to wait 2000 ms",
               "exchanges": [
                1,
                2
               ]
              }
             ]
            }
           ],
           "figures": {
            "calls": 1,
            "requests": 2,
            "maxAttempts": 2,
            "meanAttempts": 2,
            "amplification": 2,
            "mostWhileToldToWait": 1,
            "lockstep": 0
           }
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  },
  "/__admin/coverage": {
   "get": {
    "operationId": "getCoverage",
    "tags": [
     "journal"
    ],
    "summary": "Which parts of the vendors' documents the clients have exercised",
    "description": "As `mock.coverage()`, of what the journal keeps. With `tenant`, by the client of that project or bot.",
    "parameters": [
     {
      "$ref": "#/components/parameters/Tenant"
     }
    ],
    "responses": {
     "200": {
      "description": "The parts of every operation with how many exchanges had them, and a list of those that none had.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Coverage"
        },
        "examples": {
         "one": {
          "summary": "Shortened to one operation",
          "value": {
           "requests": 1,
           "outside": 0,
           "dropped": 0,
           "totals": {
            "operations": {
             "covered": 1,
             "total": 1
            },
            "statuses": {
             "covered": 1,
             "total": 2
            },
            "parameters": {
             "covered": 1,
             "total": 1
            },
            "branches": {
             "covered": 1,
             "total": 2
            }
           },
           "missing": [
            "deleteUser: status 404"
           ],
           "operations": [
            {
             "api": "yellow",
             "operation": "deleteUser",
             "method": "DELETE",
             "path": "/cdp/api/v1/user/{userId}",
             "requests": 1,
             "statuses": [
              {
               "status": 200,
               "count": 1
              },
              {
               "status": 404,
               "count": 0
              }
             ],
             "undocumented": [],
             "parameters": [
              {
               "name": "userId",
               "in": "path",
               "count": 1
              }
             ],
             "branches": [
              {
               "branch": "200.message",
               "count": 1
              },
              {
               "branch": "404.error",
               "count": 0
              }
             ]
            }
           ]
          }
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/Refused"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     }
    }
   }
  }
 },
 "components": {
  "securitySchemes": {
   "adminToken": {
    "type": "http",
    "scheme": "bearer",
    "description": "The token that the server was started with, `--admin-token`."
   }
  },
  "parameters": {
   "Tenant": {
    "name": "tenant",
    "in": "query",
    "description": "A VibeFollow key, the id of its project (`prj_…`), or a Yellow bot.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": "x1640004486565"
   },
   "OfTenant": {
    "name": "tenant",
    "in": "query",
    "description": "A VibeFollow key, the id of its project, or a Yellow bot.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": "x1640004486565"
   },
   "OfApi": {
    "name": "api",
    "in": "query",
    "description": "One of the two APIs.",
    "schema": {
     "type": "string",
     "enum": [
      "vibefollow",
      "yellow"
     ]
    },
    "example": "vibefollow"
   },
   "OfOperation": {
    "name": "operation",
    "in": "query",
    "description": "An operation of it.",
    "schema": {
     "$ref": "#/components/schemas/OperationId"
    },
    "example": "bulkUpsertUsers"
   },
   "OfAttempt": {
    "name": "attempt",
    "in": "query",
    "description": "Which attempts of a call: `2`, `1,3`, `<=2`, `>=4` or `2-5`.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": ">=2"
   },
   "OfCall": {
    "name": "call",
    "in": "query",
    "description": "Which calls of a tenant and operation, written likewise.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": "1"
   },
   "OfStatus": {
    "name": "status",
    "in": "query",
    "description": "Which statuses, written likewise.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": ">=500"
   },
   "OfRecord": {
    "name": "record",
    "in": "query",
    "description": "The request carries a record of this id.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": "usr_1"
   }
  },
  "responses": {
   "Done": {
    "description": "Done.",
    "content": {
     "application/json": {
      "schema": {
       "type": "object",
       "required": [
        "done"
       ],
       "properties": {
        "done": {
         "type": "boolean",
         "const": true
        }
       }
      },
      "examples": {
       "done": {
        "value": {
         "done": true
        }
       }
      }
     }
    }
   },
   "Time": {
    "description": "The time on the mock's clock.",
    "content": {
     "application/json": {
      "schema": {
       "type": "object",
       "required": [
        "time"
       ],
       "properties": {
        "time": {
         "description": "ISO 8601, in UTC.",
         "type": "string",
         "format": "date-time"
        }
       }
      },
      "examples": {
       "time": {
        "value": {
         "time": "2026-01-01T00:00:00.000Z"
        }
       }
      }
     }
    }
   },
   "Refused": {
    "description": "What was asked is unknown or impossible. Each problem says what is allowed; nothing was changed.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/AdminError"
      },
      "examples": {
       "unknown": {
        "value": {
         "errors": [
          "fault: unknown kind \"tiemout\". Use one of status, reset, hang"
         ]
        }
       }
      }
     }
    }
   },
   "Forbidden": {
    "description": "The request comes from beyond the machine itself, or without the token that the server was started with.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/AdminError"
      },
      "examples": {
       "token": {
        "value": {
         "errors": [
          "Send the admin token as Authorization: Bearer <token>."
         ]
        }
       }
      }
     }
    }
   },
   "TooLarge": {
    "description": "The body is over the option `bodyLimit`. Nothing was changed.",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/AdminError"
      },
      "examples": {
       "tooLarge": {
        "value": {
         "errors": [
          "The body is over 10485760 bytes. Raise the option bodyLimit."
         ]
        }
       }
      }
     }
    }
   }
  },
  "schemas": {
   "Health": {
    "type": "object",
    "required": [
     "status",
     "version"
    ],
    "properties": {
     "status": {
      "type": "string",
      "const": "ok"
     },
     "version": {
      "description": "Version of the vf-mock package.",
      "type": "string"
     }
    }
   },
   "AdminError": {
    "type": "object",
    "required": [
     "errors"
    ],
    "properties": {
     "errors": {
      "type": "array",
      "minItems": 1,
      "items": {
       "type": "string"
      }
     }
    }
   },
   "ClockChange": {
    "description": "One of the two.",
    "type": "object",
    "additionalProperties": false,
    "minProperties": 1,
    "maxProperties": 1,
    "properties": {
     "advance": {
      "description": "Milliseconds to move forward.",
      "type": "number",
      "minimum": 0
     },
     "time": {
      "description": "Time to move to, ISO 8601 with a time zone.",
      "type": "string",
      "format": "date-time"
     }
    }
   },
   "ScenarioList": {
    "type": "object",
    "required": [
     "scenarios"
    ],
    "properties": {
     "scenarios": {
      "type": "array",
      "items": {
       "type": "object",
       "required": [
        "name",
        "description",
        "options"
       ],
       "properties": {
        "name": {
         "type": "string"
        },
        "description": {
         "type": "string"
        },
        "options": {
         "description": "Options of `createMock`.",
         "type": "object",
         "additionalProperties": true
        }
       }
      }
     }
    }
   },
   "FaultList": {
    "type": "object",
    "required": [
     "faults"
    ],
    "properties": {
     "faults": {
      "type": "array",
      "items": {
       "type": "object",
       "required": [
        "id",
        "fired",
        "rule"
       ],
       "properties": {
        "id": {
         "type": "string"
        },
        "fired": {
         "description": "How often it has fired.",
         "type": "integer",
         "minimum": 0
        },
        "rule": {
         "$ref": "#/components/schemas/FaultRule"
        }
       }
      }
     }
    }
   },
   "FaultRule": {
    "description": "What goes wrong, and for which attempts. Of several rules that match, the first one fires.",
    "type": "object",
    "required": [
     "fault"
    ],
    "additionalProperties": false,
    "properties": {
     "id": {
      "description": "Name of the rule, `fault-<n>` unless given.",
      "type": "string",
      "minLength": 1
     },
     "on": {
      "$ref": "#/components/schemas/FaultSelector"
     },
     "fault": {
      "$ref": "#/components/schemas/Fault"
     },
     "times": {
      "description": "How often it fires until it is spent. Without it there is no end.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "FaultSelector": {
    "description": "All that is given must match; without any, every attempt does.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
     "api": {
      "type": "string",
      "enum": [
       "vibefollow",
       "yellow"
      ]
     },
     "operation": {
      "$ref": "#/components/schemas/OperationId"
     },
     "tenant": {
      "description": "A VibeFollow key or a Yellow bot.",
      "type": "string",
      "minLength": 1
     },
     "attempt": {
      "description": "Which attempts of a call, from 1: `1`, `[1, 3]`, `\"<=2\"`, `\">=4\"`, `\"2-5\"`.",
      "$ref": "#/components/schemas/Ordinals"
     },
     "call": {
      "description": "Which calls of a tenant and operation, in order of first arrival, written as attempts are.",
      "$ref": "#/components/schemas/Ordinals"
     },
     "record": {
      "description": "The request carries a record of this id.",
      "type": "string",
      "minLength": 1
     },
     "chance": {
      "description": "How likely it fires, drawn from the seed, the rule, what the call says and its attempt.",
      "type": "number",
      "minimum": 0,
      "maximum": 1
     }
    }
   },
   "OperationId": {
    "description": "An `operationId` of the two vendors' documents.",
    "type": "string",
    "enum": [
     "upsertUser",
     "bulkUpsertUsers",
     "trackEvent",
     "batchTrackEvents",
     "bulkTrackEvents",
     "bulkCreateUsers",
     "getBulkCreation",
     "addUser",
     "listUsers",
     "getUser",
     "updateUser",
     "deleteUser",
     "createEvent",
     "listEvents"
    ]
   },
   "JournalFilter": {
    "description": "Which exchanges or calls; all that is given must match.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
     "api": {
      "type": "string",
      "enum": [
       "vibefollow",
       "yellow"
      ]
     },
     "operation": {
      "$ref": "#/components/schemas/OperationId"
     },
     "tenant": {
      "description": "A VibeFollow key, the id of its project, or a Yellow bot.",
      "type": "string",
      "minLength": 1
     },
     "attempt": {
      "description": "Which attempts of a call, written as in a fault rule.",
      "$ref": "#/components/schemas/Ordinals"
     },
     "call": {
      "description": "Which calls of a tenant and operation.",
      "$ref": "#/components/schemas/Ordinals"
     },
     "status": {
      "description": "Which statuses: `429`, `[502, 503]`, `\">=500\"`.",
      "$ref": "#/components/schemas/Ordinals"
     },
     "record": {
      "description": "The request carries a record of this id.",
      "type": "string",
      "minLength": 1
     }
    }
   },
   "Exchange": {
    "description": "One request and what came of it.",
    "type": "object",
    "required": [
     "number",
     "at",
     "method",
     "path",
     "query",
     "size",
     "records",
     "duration"
    ],
    "additionalProperties": false,
    "properties": {
     "number": {
      "description": "Position in the order in which requests had come in whole, from 1.",
      "type": "integer",
      "minimum": 1
     },
     "at": {
      "description": "When it began to arrive, in milliseconds since 1970 on the clock of the mock.",
      "type": "number"
     },
     "method": {
      "type": "string"
     },
     "path": {
      "description": "Without the query.",
      "type": "string"
     },
     "query": {
      "description": "The query as it was sent, without the question mark; keys in it are masked.",
      "type": "string"
     },
     "api": {
      "type": "string",
      "enum": [
       "vibefollow",
       "yellow"
      ]
     },
     "operation": {
      "$ref": "#/components/schemas/OperationId"
     },
     "tenant": {
      "description": "The Yellow bot, or the VibeFollow key with only its first 8 and last 4 characters.",
      "type": "string"
     },
     "tenantId": {
      "description": "Id of the VibeFollow project or the Yellow bot.",
      "type": "string"
     },
     "call": {
      "description": "Position of its call among those of the tenant and operation, in order of first arrival, from 1.",
      "type": "integer",
      "minimum": 1
     },
     "attempt": {
      "description": "Position among the attempts of its call, from 1.",
      "type": "integer",
      "minimum": 1
     },
     "waited": {
      "description": "Milliseconds from the end of the attempt before to the arrival of this one.",
      "type": "number"
     },
     "toldToWait": {
      "description": "Milliseconds that the answer to the attempt before told the client to wait (RFC 9110, section 10.2.3).",
      "type": "number"
     },
     "records": {
      "description": "Records in the request, accepted or not.",
      "type": "integer",
      "minimum": 0
     },
     "recordIds": {
      "description": "Their ids in order, empty where a record has none. The journal keeps a million ids and rejected records; then the oldest exchanges lose theirs. The admin API shows the first 20.",
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "rejected": {
      "description": "Records that break their schema, where the API judges them one by one. The admin API shows the first 20.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/RejectedRecord"
      }
     },
     "size": {
      "description": "Bytes of the request body.",
      "type": "integer",
      "minimum": 0
     },
     "digest": {
      "description": "Equal for the same operation, parameters and body, byte for byte.",
      "type": "string"
     },
     "idempotencyKey": {
      "description": "The `Idempotency-Key` that it carries.",
      "type": "string"
     },
     "credential": {
      "description": "Where the key was: `header` as documented, `url` if it was in the query too or instead, or `none`.",
      "type": "string",
      "enum": [
       "header",
       "url",
       "none"
      ]
     },
     "violations": {
      "description": "Where the request breaks the OpenAPI document. Bad records are not among them: they are data, not form.",
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "unknown": {
      "description": "What it carries that the OpenAPI document does not know, such as `users[3].emial` or `query.limti`: each name once, at its first place, and no more than 20. Headers may be any.",
      "type": "array",
      "maxItems": 20,
      "items": {
       "type": "string"
      }
     },
     "connection": {
      "description": "The TCP connection, by the port of the client. Absent in process.",
      "type": "string"
     },
     "concurrent": {
      "description": "Requests of the tenant and operation that were under way when it arrived, itself included.",
      "type": "integer",
      "minimum": 1
     },
     "fault": {
      "description": "Id of the fault rule that fired.",
      "type": "string"
     },
     "applied": {
      "description": "Whether its work was done, whatever the client was told; or for how many of its records. An answer that is repeated for an `Idempotency-Key` does no work.",
      "anyOf": [
       {
        "type": "boolean"
       },
       {
        "type": "integer",
        "minimum": 1
       }
      ]
     },
     "effect": {
      "description": "Position of its work in the order in which work was done, from 1.",
      "type": "integer",
      "minimum": 1
     },
     "retained": {
      "description": "Whether users that existed were left as they were (YE-1).",
      "type": "boolean"
     },
     "status": {
      "description": "Absent where the connection broke before an answer.",
      "type": "integer"
     },
     "error": {
      "description": "The code of a VibeFollow error or the text of a Yellow one.",
      "type": "string"
     },
     "retryAfter": {
      "description": "`Retry-After` of the answer, as it was sent.",
      "type": "string"
     },
     "broken": {
      "description": "What the client met instead of a whole answer: `reset`, `hang`, `truncate` (a body cut off), `garbage` (a gateway's page), or `abort` where the client itself went away first.",
      "type": "string",
      "enum": [
       "reset",
       "hang",
       "truncate",
       "garbage",
       "abort"
      ]
     },
     "duration": {
      "description": "Milliseconds on the mock's clock from its arrival to the last byte of the answer.",
      "type": "number"
     },
     "bug": {
      "description": "The stack of an error inside vf-mock, which the client saw as a 500.",
      "type": "string"
     },
     "request": {
      "description": "Only with the option `journalBodies`.",
      "$ref": "#/components/schemas/Message"
     },
     "response": {
      "description": "Only with the option `journalBodies`.",
      "$ref": "#/components/schemas/Message"
     }
    }
   },
   "Coverage": {
    "description": "Which parts of the vendors' documents requests and their answers had.",
    "type": "object",
    "required": [
     "requests",
     "outside",
     "dropped",
     "totals",
     "missing",
     "operations"
    ],
    "additionalProperties": false,
    "properties": {
     "requests": {
      "description": "Exchanges that were counted.",
      "type": "integer",
      "minimum": 0
     },
     "outside": {
      "description": "Those of them that led to no operation.",
      "type": "integer",
      "minimum": 0
     },
     "dropped": {
      "$ref": "#/components/schemas/Dropped"
     },
     "totals": {
      "type": "object",
      "required": [
       "operations",
       "statuses",
       "parameters",
       "branches"
      ],
      "additionalProperties": false,
      "properties": {
       "operations": {
        "$ref": "#/components/schemas/CoverageTotal"
       },
       "statuses": {
        "$ref": "#/components/schemas/CoverageTotal"
       },
       "parameters": {
        "$ref": "#/components/schemas/CoverageTotal"
       },
       "branches": {
        "$ref": "#/components/schemas/CoverageTotal"
       }
      }
     },
     "missing": {
      "description": "What no exchange had, such as `listUsers: query.offset` or `bulkUpsertUsers: status 409`. What is inside something that is missing is not listed.",
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "operations": {
      "description": "Every operation, in the order of the documents.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/OperationCoverage"
      }
     }
    }
   },
   "CoverageTotal": {
    "type": "object",
    "required": [
     "covered",
     "total"
    ],
    "additionalProperties": false,
    "properties": {
     "covered": {
      "description": "How many were met at least once.",
      "type": "integer",
      "minimum": 0
     },
     "total": {
      "description": "How many there are.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "OperationCoverage": {
    "description": "What was met of one operation. Each count is a number of exchanges.",
    "type": "object",
    "required": [
     "api",
     "operation",
     "method",
     "path",
     "requests",
     "statuses",
     "undocumented",
     "parameters",
     "branches"
    ],
    "additionalProperties": false,
    "properties": {
     "api": {
      "type": "string",
      "enum": [
       "vibefollow",
       "yellow"
      ]
     },
     "operation": {
      "$ref": "#/components/schemas/OperationId"
     },
     "method": {
      "type": "string"
     },
     "path": {
      "description": "As the document has it.",
      "type": "string"
     },
     "requests": {
      "description": "Exchanges, answered or not.",
      "type": "integer",
      "minimum": 0
     },
     "statuses": {
      "description": "Every documented status. One counts where the whole answer was sent, by the API or by a fault in its shape: not where the connection broke, nor for the page of a gateway.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/StatusCount"
      }
     },
     "undocumented": {
      "description": "Statuses that the document does not give the operation.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/StatusCount"
      }
     },
     "parameters": {
      "type": "array",
      "items": {
       "type": "object",
       "required": [
        "name",
        "in",
        "count"
       ],
       "additionalProperties": false,
       "properties": {
        "name": {
         "type": "string"
        },
        "in": {
         "type": "string",
         "enum": [
          "path",
          "query",
          "header"
         ]
        },
        "count": {
         "type": "integer",
         "minimum": 0
        }
       }
      }
     },
     "branches": {
      "description": "Properties, values and alternatives of the request and its answers: `body.users[].email`, `body.users[].traits.*` (any other name), `query.uponConflict=RETAIN_IMPORTED`, `200.data.errors[].field`, `429.Retry-After=HTTP date`. What was sent counts whether it was valid or not.",
      "type": "array",
      "items": {
       "type": "object",
       "required": [
        "branch",
        "count"
       ],
       "additionalProperties": false,
       "properties": {
        "branch": {
         "type": "string"
        },
        "count": {
         "type": "integer",
         "minimum": 0
        }
       }
      }
     }
    }
   },
   "StatusCount": {
    "type": "object",
    "required": [
     "status",
     "count"
    ],
    "additionalProperties": false,
    "properties": {
     "status": {
      "type": "integer"
     },
     "count": {
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "RejectedRecord": {
    "type": "object",
    "required": [
     "index",
     "message"
    ],
    "additionalProperties": false,
    "properties": {
     "index": {
      "description": "Position in the request, from 0.",
      "type": "integer",
      "minimum": 0
     },
     "message": {
      "type": "string"
     }
    }
   },
   "Message": {
    "description": "What was sent one way, or would have been, had the connection not broken. Keys are masked.",
    "type": "object",
    "required": [
     "headers",
     "body"
    ],
    "additionalProperties": false,
    "properties": {
     "headers": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/NameAndValue"
      }
     },
     "body": {
      "type": "string"
     }
    }
   },
   "NameAndValue": {
    "type": "object",
    "required": [
     "name",
     "value"
    ],
    "additionalProperties": false,
    "properties": {
     "name": {
      "type": "string"
     },
     "value": {
      "type": "string"
     }
    }
   },
   "ExchangeList": {
    "type": "object",
    "required": [
     "exchanges",
     "dropped"
    ],
    "properties": {
     "exchanges": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Exchange"
      }
     },
     "dropped": {
      "$ref": "#/components/schemas/Dropped"
     }
    }
   },
   "ClientCallList": {
    "type": "object",
    "required": [
     "calls",
     "dropped"
    ],
    "properties": {
     "calls": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/ClientCall"
      }
     },
     "dropped": {
      "$ref": "#/components/schemas/Dropped"
     }
    }
   },
   "Dropped": {
    "description": "How many older exchanges, of the tenant that was asked for or of all, the journal had no room for.",
    "type": "integer",
    "minimum": 0
   },
   "Har": {
    "description": "An HTTP archive, HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/).",
    "type": "object",
    "required": [
     "log"
    ],
    "additionalProperties": false,
    "properties": {
     "log": {
      "type": "object",
      "required": [
       "version",
       "creator",
       "pages",
       "entries"
      ],
      "additionalProperties": false,
      "properties": {
       "version": {
        "type": "string",
        "const": "1.2"
       },
       "creator": {
        "type": "object",
        "required": [
         "name",
         "version"
        ],
        "additionalProperties": false,
        "properties": {
         "name": {
          "type": "string",
          "const": "vf-mock"
         },
         "version": {
          "type": "string"
         }
        }
       },
       "pages": {
        "description": "Always empty, for readers that expect it.",
        "type": "array",
        "maxItems": 0,
        "items": {}
       },
       "entries": {
        "type": "array",
        "items": {
         "$ref": "#/components/schemas/HarEntry"
        }
       },
       "comment": {
        "description": "How many exchanges are missing.",
        "type": "string"
       }
      }
     }
    }
   },
   "HarEntry": {
    "description": "An exchange in the terms of HAR.",
    "type": "object",
    "required": [
     "startedDateTime",
     "time",
     "request",
     "response",
     "cache",
     "timings",
     "_vfExchange"
    ],
    "additionalProperties": false,
    "properties": {
     "startedDateTime": {
      "type": "string",
      "format": "date-time"
     },
     "time": {
      "description": "Milliseconds on the mock's clock.",
      "type": "number",
      "minimum": 0
     },
     "request": {
      "$ref": "#/components/schemas/HarRequest"
     },
     "response": {
      "$ref": "#/components/schemas/HarResponse"
     },
     "cache": {
      "type": "object",
      "additionalProperties": false
     },
     "timings": {
      "type": "object",
      "required": [
       "send",
       "wait",
       "receive"
      ],
      "additionalProperties": false,
      "properties": {
       "send": {
        "type": "integer",
        "const": 0
       },
       "wait": {
        "description": "All of the time.",
        "type": "number",
        "minimum": 0
       },
       "receive": {
        "type": "integer",
        "const": 0
       }
      }
     },
     "connection": {
      "description": "The TCP connection, by the port of the client.",
      "type": "string"
     },
     "_vfExchange": {
      "description": "What vf-mock knows of it beyond HAR, without the messages that are in the entry already.",
      "$ref": "#/components/schemas/Exchange"
     }
    }
   },
   "HarRequest": {
    "type": "object",
    "required": [
     "method",
     "url",
     "httpVersion",
     "cookies",
     "headers",
     "queryString",
     "headersSize",
     "bodySize"
    ],
    "additionalProperties": false,
    "properties": {
     "method": {
      "type": "string"
     },
     "url": {
      "description": "At the host of the vendor, wherever it was sent.",
      "type": "string",
      "format": "uri"
     },
     "httpVersion": {
      "type": "string"
     },
     "cookies": {
      "type": "array",
      "maxItems": 0,
      "items": {}
     },
     "headers": {
      "description": "Without the option `journalBodies` only those that the journal keeps anyway.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/NameAndValue"
      }
     },
     "queryString": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/NameAndValue"
      }
     },
     "postData": {
      "type": "object",
      "required": [
       "mimeType",
       "text"
      ],
      "additionalProperties": false,
      "properties": {
       "mimeType": {
        "type": "string"
       },
       "text": {
        "type": "string"
       }
      }
     },
     "headersSize": {
      "type": "integer",
      "const": -1
     },
     "bodySize": {
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "HarResponse": {
    "type": "object",
    "required": [
     "status",
     "statusText",
     "httpVersion",
     "cookies",
     "headers",
     "content",
     "redirectURL",
     "headersSize",
     "bodySize"
    ],
    "additionalProperties": false,
    "properties": {
     "status": {
      "description": "0 where the connection broke before an answer.",
      "type": "integer"
     },
     "statusText": {
      "type": "string"
     },
     "httpVersion": {
      "type": "string"
     },
     "cookies": {
      "type": "array",
      "maxItems": 0,
      "items": {}
     },
     "headers": {
      "description": "Without the option `journalBodies` only those that the journal keeps anyway.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/NameAndValue"
      }
     },
     "content": {
      "type": "object",
      "required": [
       "size",
       "mimeType"
      ],
      "additionalProperties": false,
      "properties": {
       "size": {
        "description": "Bytes, 0 where the body is not kept.",
        "type": "integer",
        "minimum": 0
       },
       "mimeType": {
        "type": "string"
       },
       "text": {
        "type": "string"
       }
      }
     },
     "redirectURL": {
      "type": "string"
     },
     "headersSize": {
      "type": "integer",
      "const": -1
     },
     "bodySize": {
      "description": "Bytes, -1 where the body is not kept.",
      "type": "integer",
      "minimum": -1
     },
     "_error": {
      "description": "What broke the connection, in the words of Chromium: `net::ERR_CONNECTION_RESET`.",
      "type": "string"
     }
    }
   },
   "ClientCall": {
    "description": "What a client meant by one or several requests, such as one chunk to deliver.",
    "type": "object",
    "required": [
     "api",
     "operation",
     "tenant",
     "tenantId",
     "call",
     "outcome",
     "attempts"
    ],
    "additionalProperties": false,
    "properties": {
     "api": {
      "type": "string",
      "enum": [
       "vibefollow",
       "yellow"
      ]
     },
     "operation": {
      "$ref": "#/components/schemas/OperationId"
     },
     "tenant": {
      "description": "As in an exchange.",
      "type": "string"
     },
     "tenantId": {
      "description": "Id of the VibeFollow project or the Yellow bot.",
      "type": "string"
     },
     "call": {
      "description": "Position among those of the tenant and operation, from 1.",
      "type": "integer",
      "minimum": 1
     },
     "outcome": {
      "description": "`delivered`: a success reached the client. `refused`: an answer that must not be tried again. `given up`: no final answer, and no further attempt as yet.",
      "type": "string",
      "enum": [
       "delivered",
       "refused",
       "given up"
      ]
     },
     "attempts": {
      "type": "array",
      "minItems": 1,
      "items": {
       "$ref": "#/components/schemas/Exchange"
      }
     }
    }
   },
   "RuleId": {
    "description": "A rule that a client is judged by.",
    "type": "string",
    "enum": [
     "chunk-size",
     "auth-in-header",
     "valid-requests",
     "retry-after-honored",
     "retries-transient",
     "no-retry-on-permanent",
     "same-payload-on-retry",
     "fresh-key-per-call",
     "backoff-grows",
     "backoff-jitters",
     "bounded-attempts",
     "queue-full-backs-off",
     "complete",
     "exactly-once-effect",
     "drops-invalid-row"
    ]
   },
   "Verdicts": {
    "description": "How the client kept each rule.",
    "type": "object",
    "required": [
     "passed",
     "requests",
     "dropped",
     "verdicts",
     "figures"
    ],
    "additionalProperties": false,
    "properties": {
     "passed": {
      "description": "Whether no rule of level MUST or SHOULD was broken.",
      "type": "boolean"
     },
     "requests": {
      "description": "Exchanges that were judged.",
      "type": "integer",
      "minimum": 0
     },
     "dropped": {
      "description": "Exchanges that the journal had dropped before, or whose record ids it had let go. With any, what they showed is not judged.",
      "type": "integer",
      "minimum": 0
     },
     "verdicts": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Verdict"
      }
     },
     "figures": {
      "$ref": "#/components/schemas/Figures"
     }
    }
   },
   "Verdict": {
    "description": "How the client kept one rule.",
    "type": "object",
    "required": [
     "rule",
     "title",
     "requirement",
     "source",
     "level",
     "outcome",
     "findings"
    ],
    "additionalProperties": false,
    "properties": {
     "rule": {
      "$ref": "#/components/schemas/RuleId"
     },
     "title": {
      "type": "string"
     },
     "requirement": {
      "description": "What is required, in one line.",
      "type": "string"
     },
     "source": {
      "description": "Who requires it: a vendor page, a standard with its section, or a guide.",
      "type": "string"
     },
     "level": {
      "description": "As in RFC 2119.",
      "type": "string",
      "enum": [
       "MUST",
       "SHOULD",
       "MAY"
      ]
     },
     "outcome": {
      "description": "`not applicable` where nothing happened that the rule is about.",
      "type": "string",
      "enum": [
       "passed",
       "failed",
       "not applicable"
      ]
     },
     "findings": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Finding"
      }
     }
    }
   },
   "Finding": {
    "description": "One breach of a rule.",
    "type": "object",
    "required": [
     "message",
     "exchanges"
    ],
    "additionalProperties": false,
    "properties": {
     "message": {
      "description": "What happened, in plain words.",
      "type": "string"
     },
     "exchanges": {
      "description": "Numbers of the exchanges that show it.",
      "type": "array",
      "items": {
       "type": "integer",
       "minimum": 1
      }
     },
     "records": {
      "description": "Ids of the records that it is about, the first 20 of them.",
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    }
   },
   "Figures": {
    "description": "The figures of a retry storm.",
    "type": "object",
    "required": [
     "calls",
     "requests",
     "maxAttempts",
     "meanAttempts",
     "amplification",
     "mostWhileToldToWait",
     "lockstep"
    ],
    "additionalProperties": false,
    "properties": {
     "calls": {
      "type": "integer",
      "minimum": 0
     },
     "requests": {
      "description": "Requests that belong to calls.",
      "type": "integer",
      "minimum": 0
     },
     "maxAttempts": {
      "description": "The most attempts of one call.",
      "type": "integer",
      "minimum": 0
     },
     "meanAttempts": {
      "description": "Attempts per call on average.",
      "type": "number",
      "minimum": 0
     },
     "amplification": {
      "description": "All requests over the requests that would do if none failed. Unlike `meanAttempts` it counts a chunk that comes again under another key as the same.",
      "type": "number",
      "minimum": 0
     },
     "mostWhileToldToWait": {
      "description": "The most requests of a tenant and operation under way at once while it was told to wait.",
      "type": "integer",
      "minimum": 0
     },
     "lockstep": {
      "description": "Share of retries, 0 to 1, that arrived within 10 ms of a retry of another call of the tenant and operation.",
      "type": "number",
      "minimum": 0,
      "maximum": 1
     }
    }
   },
   "Ordinals": {
    "description": "a number, a list of numbers, or a range such as \"<=2\", \">=4\" or \"2-5\"",
    "anyOf": [
     {
      "type": "integer",
      "minimum": 1
     },
     {
      "type": "array",
      "minItems": 1,
      "items": {
       "type": "integer",
       "minimum": 1
      }
     },
     {
      "type": "string",
      "pattern": "^([<>]=?[1-9][0-9]*|[1-9][0-9]*-[1-9][0-9]*)$"
     }
    ]
   },
   "Fault": {
    "description": "What goes wrong. `kind` may be left out where there is a `status`.",
    "anyOf": [
     {
      "$ref": "#/components/schemas/StatusFault"
     },
     {
      "$ref": "#/components/schemas/ResetFault"
     },
     {
      "$ref": "#/components/schemas/HangFault"
     },
     {
      "$ref": "#/components/schemas/TruncateFault"
     },
     {
      "$ref": "#/components/schemas/GarbageFault"
     },
     {
      "$ref": "#/components/schemas/DelayFault"
     },
     {
      "$ref": "#/components/schemas/SlowFault"
     }
    ]
   },
   "Applied": {
    "description": "`true`: the work is done first, then the answer is lost. A number: only so many records of the chunk are done before it breaks. `false`, the default: nothing is done.",
    "anyOf": [
     {
      "type": "boolean"
     },
     {
      "type": "integer",
      "minimum": 1
     }
    ]
   },
   "StatusFault": {
    "description": "An error in the vendor's own shape.",
    "type": "object",
    "required": [
     "status"
    ],
    "additionalProperties": false,
    "properties": {
     "kind": {
      "type": "string",
      "const": "status"
     },
     "status": {
      "type": "integer",
      "minimum": 400,
      "maximum": 599
     },
     "code": {
      "description": "VibeFollow's code; the usual one of the status unless given.",
      "type": "string",
      "pattern": "^[a-z][a-z0-9_]*$"
     },
     "retryAfter": {
      "description": "`Retry-After`: seconds, or any text, sent as it is, however malformed; or `{ date }`, an HTTP date so many seconds from now on the mock's clock, rounded up. Without it the header is absent.",
      "anyOf": [
       {
        "type": "number"
       },
       {
        "type": "string"
       },
       {
        "type": "object",
        "required": [
         "date"
        ],
        "additionalProperties": false,
        "properties": {
         "date": {
          "type": "number",
          "minimum": 0
         }
        }
       }
      ]
     },
     "applied": {
      "$ref": "#/components/schemas/Applied"
     }
    }
   },
   "ResetFault": {
    "description": "The connection is reset before any byte of an answer.",
    "type": "object",
    "required": [
     "kind"
    ],
    "additionalProperties": false,
    "properties": {
     "kind": {
      "type": "string",
      "const": "reset"
     },
     "applied": {
      "$ref": "#/components/schemas/Applied"
     }
    }
   },
   "HangFault": {
    "description": "No answer comes until the client gives up.",
    "type": "object",
    "required": [
     "kind"
    ],
    "additionalProperties": false,
    "properties": {
     "kind": {
      "type": "string",
      "const": "hang"
     },
     "applied": {
      "$ref": "#/components/schemas/Applied"
     }
    }
   },
   "TruncateFault": {
    "description": "Headers and half of the body come, then the connection breaks. Where the work is not done, the answer is the one that an empty project or bot would give.",
    "type": "object",
    "required": [
     "kind"
    ],
    "additionalProperties": false,
    "properties": {
     "kind": {
      "type": "string",
      "const": "truncate"
     },
     "applied": {
      "$ref": "#/components/schemas/Applied"
     }
    }
   },
   "GarbageFault": {
    "description": "The HTML page of a gateway.",
    "type": "object",
    "required": [
     "kind"
    ],
    "additionalProperties": false,
    "properties": {
     "kind": {
      "type": "string",
      "const": "garbage"
     },
     "status": {
      "description": "502 unless given.",
      "type": "integer",
      "enum": [
       200,
       502,
       503
      ]
     },
     "applied": {
      "$ref": "#/components/schemas/Applied"
     }
    }
   },
   "DelayFault": {
    "description": "The answer comes late. A client that gives up before has changed nothing, unless `applied`.",
    "type": "object",
    "required": [
     "kind",
     "ms"
    ],
    "additionalProperties": false,
    "properties": {
     "kind": {
      "type": "string",
      "const": "delay"
     },
     "ms": {
      "description": "Milliseconds on the mock's clock.",
      "type": "number",
      "minimum": 0
     },
     "applied": {
      "description": "Whether the work is done before the delay.",
      "type": "boolean"
     }
    }
   },
   "SlowFault": {
    "description": "The body of the answer drips. The work is always done before its first byte.",
    "type": "object",
    "required": [
     "kind",
     "ms"
    ],
    "additionalProperties": false,
    "properties": {
     "kind": {
      "type": "string",
      "const": "slow"
     },
     "ms": {
      "description": "Milliseconds on the mock's clock for the whole body.",
      "type": "number",
      "minimum": 0
     },
     "applied": {
      "type": "boolean",
      "const": true
     }
    }
   },
   "State": {
    "description": "What the two APIs hold, as `mock.snapshot()` answers it. Times are in milliseconds since 1970 on the mock's clock, but for those that an API answers as texts. Keys of VibeFollow are not in it, only the ids of their projects.",
    "type": "object",
    "required": [
     "version",
     "vibefollow",
     "yellow"
    ],
    "additionalProperties": false,
    "properties": {
     "version": {
      "description": "Version of this format.",
      "type": "integer",
      "const": 1
     },
     "vibefollow": {
      "description": "What each project holds, by its id.",
      "type": "object",
      "propertyNames": {
       "pattern": "^prj_[0-9a-f]{16}$"
      },
      "additionalProperties": {
       "$ref": "#/components/schemas/SavedProject"
      }
     },
     "yellow": {
      "description": "What each bot holds. A bot that is called like a key of VibeFollow goes by the id of its project.",
      "type": "object",
      "propertyNames": {
       "pattern": "^(?!sk_(live|test)_[A-Za-z0-9_-]{32,247}$)[\\s\\S]"
      },
      "additionalProperties": {
       "$ref": "#/components/schemas/SavedBot"
      }
     }
    }
   },
   "SavedProject": {
    "description": "All that a VibeFollow project holds.",
    "type": "object",
    "required": [
     "users",
     "events",
     "queue",
     "idempotencyKeys",
     "windows"
    ],
    "additionalProperties": false,
    "properties": {
     "users": {
      "description": "In the order in which they were created.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SavedProjectUser"
      }
     },
     "events": {
      "description": "Each user's in order of arrival; those of users that are not known are the buffered ones.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SavedProjectEvent"
      }
     },
     "queue": {
      "description": "Jobs that wait in the ingest queue.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SavedJob"
      }
     },
     "idempotencyKeys": {
      "description": "The keys that are remembered.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SavedIdempotencyKey"
      }
     },
     "windows": {
      "description": "What was used of the limits, by operation.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
       "upsertUser": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "bulkUpsertUsers": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "trackEvent": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "batchTrackEvents": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "bulkTrackEvents": {
        "$ref": "#/components/schemas/RequestsTaken"
       }
      }
     }
    }
   },
   "SavedProjectUser": {
    "type": "object",
    "required": [
     "external_user_id",
     "traits",
     "createdAt",
     "updatedAt"
    ],
    "additionalProperties": false,
    "properties": {
     "external_user_id": {
      "type": "string",
      "minLength": 1
     },
     "email": {
      "type": "string"
     },
     "traits": {
      "description": "The known ones and the others.",
      "type": "object",
      "additionalProperties": true
     },
     "createdAt": {
      "$ref": "#/components/schemas/SavedTime"
     },
     "updatedAt": {
      "$ref": "#/components/schemas/SavedTime"
     }
    }
   },
   "SavedProjectEvent": {
    "type": "object",
    "required": [
     "external_user_id",
     "name",
     "properties",
     "timestamp"
    ],
    "additionalProperties": false,
    "properties": {
     "external_user_id": {
      "type": "string",
      "minLength": 1
     },
     "name": {
      "type": "string",
      "minLength": 1
     },
     "properties": {
      "type": "object",
      "additionalProperties": true
     },
     "timestamp": {
      "$ref": "#/components/schemas/SavedDate"
     }
    }
   },
   "SavedJob": {
    "description": "A job of the ingest queue. It stores the users and events that it has.",
    "type": "object",
    "required": [
     "at"
    ],
    "additionalProperties": false,
    "properties": {
     "at": {
      "description": "When the request arrived.",
      "$ref": "#/components/schemas/SavedTime"
     },
     "due": {
      "$ref": "#/components/schemas/SavedDue"
     },
     "users": {
      "type": "array",
      "items": {
       "type": "object",
       "required": [
        "external_user_id"
       ],
       "additionalProperties": false,
       "properties": {
        "external_user_id": {
         "type": "string",
         "minLength": 1
        },
        "email": {
         "type": "string"
        },
        "traits": {
         "type": "object",
         "additionalProperties": true
        }
       }
      }
     },
     "events": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SavedProjectEvent"
      }
     }
    }
   },
   "SavedIdempotencyKey": {
    "type": "object",
    "required": [
     "key",
     "request",
     "until",
     "reply"
    ],
    "additionalProperties": false,
    "properties": {
     "key": {
      "type": "string",
      "minLength": 1
     },
     "request": {
      "description": "Digest of the request that it was used for.",
      "type": "string"
     },
     "until": {
      "description": "When it is forgotten.",
      "type": "number"
     },
     "reply": {
      "description": "The answer that the same request gets again.",
      "type": "object",
      "required": [
       "status",
       "body"
      ],
      "additionalProperties": false,
      "properties": {
       "status": {
        "type": "integer",
        "enum": [
         200,
         202
        ]
       },
       "body": {
        "type": "object",
        "additionalProperties": true
       }
      }
     }
    }
   },
   "SavedBot": {
    "description": "All that a Yellow bot holds.",
    "type": "object",
    "required": [
     "users",
     "events",
     "bulkCreations",
     "waiting",
     "deletions",
     "timesSaid",
     "windows"
    ],
    "additionalProperties": false,
    "properties": {
     "users": {
      "description": "In the order in which they were created.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SavedBotUser"
      }
     },
     "events": {
      "description": "Each user's in order of arrival.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SavedBotEvent"
      }
     },
     "bulkCreations": {
      "description": "Those that are finished.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SavedBulkCreation"
      }
     },
     "waiting": {
      "description": "Those that are under way.",
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/SavedWaitingCreation"
      }
     },
     "deletions": {
      "description": "How often a user was deleted, by `userId`. Generated ids depend on it.",
      "$ref": "#/components/schemas/SavedCounts"
     },
     "timesSaid": {
      "description": "How often the same was asked for, by the digest of the request. Generated ids depend on it.",
      "$ref": "#/components/schemas/SavedCounts"
     },
     "windows": {
      "description": "What was used of the limits, by operation.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
       "bulkCreateUsers": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "getBulkCreation": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "addUser": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "listUsers": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "getUser": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "updateUser": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "deleteUser": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "createEvent": {
        "$ref": "#/components/schemas/RequestsTaken"
       },
       "listEvents": {
        "$ref": "#/components/schemas/RequestsTaken"
       }
      }
     }
    }
   },
   "SavedBotUser": {
    "type": "object",
    "required": [
     "userId",
     "properties",
     "createdAt",
     "updatedAt"
    ],
    "additionalProperties": false,
    "properties": {
     "userId": {
      "type": "string",
      "minLength": 1
     },
     "properties": {
      "description": "The others.",
      "type": "object",
      "additionalProperties": true
     },
     "createdAt": {
      "$ref": "#/components/schemas/SavedTime"
     },
     "updatedAt": {
      "$ref": "#/components/schemas/SavedTime"
     }
    }
   },
   "SavedBotEvent": {
    "type": "object",
    "required": [
     "id",
     "userId",
     "event",
     "payload",
     "createdAt"
    ],
    "additionalProperties": false,
    "properties": {
     "id": {
      "type": "string",
      "minLength": 1
     },
     "userId": {
      "type": "string",
      "minLength": 1
     },
     "event": {
      "type": "string",
      "minLength": 1
     },
     "source": {
      "type": "string"
     },
     "payload": {
      "type": "object",
      "additionalProperties": true
     },
     "createdAt": {
      "$ref": "#/components/schemas/SavedDate"
     }
    }
   },
   "SavedBulkCreation": {
    "type": "object",
    "required": [
     "id",
     "newUsers",
     "conflictedUsers"
    ],
    "additionalProperties": false,
    "properties": {
     "id": {
      "type": "string",
      "minLength": 1
     },
     "newUsers": {
      "description": "`userId`s that it created.",
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "conflictedUsers": {
      "description": "`userId`s that existed before it.",
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    }
   },
   "SavedWaitingCreation": {
    "type": "object",
    "required": [
     "id",
     "uponConflict",
     "users"
    ],
    "additionalProperties": false,
    "properties": {
     "id": {
      "type": "string",
      "minLength": 1
     },
     "due": {
      "$ref": "#/components/schemas/SavedDue"
     },
     "uponConflict": {
      "type": "string",
      "enum": [
       "UPDATE_EXISTING",
       "RETAIN_IMPORTED"
      ]
     },
     "users": {
      "type": "array",
      "items": {
       "type": "object",
       "required": [
        "userId"
       ],
       "additionalProperties": true,
       "properties": {
        "userId": {
         "type": "string",
         "minLength": 1
        }
       }
      }
     }
    }
   },
   "SavedCounts": {
    "type": "object",
    "additionalProperties": {
     "type": "integer",
     "minimum": 1
    }
   },
   "SavedTime": {
    "description": "Milliseconds since 1970.",
    "type": "number",
    "minimum": -8640000000000000,
    "maximum": 8640000000000000
   },
   "SavedDue": {
    "description": "When it is done, in milliseconds since 1970. Without it, never.",
    "type": "number",
    "minimum": -8640000000000000
   },
   "SavedDate": {
    "description": "ISO 8601.",
    "type": "string",
    "pattern": "^([+-][0-9]{2})?[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt\\s][0-9]{2}:[0-9]{2}:[0-9]{2}"
   },
   "RequestsTaken": {
    "description": "Requests that were let through, and when.",
    "type": "array",
    "items": {
     "type": "object",
     "required": [
      "at",
      "requests"
     ],
     "additionalProperties": false,
     "properties": {
      "at": {
       "description": "When; of a fixed window, when it opened.",
       "type": "number"
      },
      "requests": {
       "description": "How many.",
       "type": "integer",
       "minimum": 1
      }
     }
    }
   },
   "RateLimit": {
    "description": "A limit per tenant and endpoint. Requests over it are answered 429.",
    "type": "object",
    "required": [
     "requests",
     "windowSeconds"
    ],
    "additionalProperties": false,
    "properties": {
     "requests": {
      "description": "Requests let through in one window.",
      "type": "integer",
      "minimum": 0
     },
     "windowSeconds": {
      "description": "Length of the window in seconds.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "Options": {
    "description": "Options of `createMock` and of a configuration file.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
     "seed": {
      "description": "Seed of everything that is generated, such as ids. The same seed and requests give the same ids.",
      "type": "integer",
      "minimum": 0,
      "maximum": 4294967295,
      "default": 1
     },
     "clock": {
      "description": "Where time comes from. `system` follows `Date.now` as it is when read, so a test runner's fake timers move it; `manual` stands still until it is told to move.",
      "type": "string",
      "enum": [
       "system",
       "manual"
      ],
      "default": "system"
     },
     "startTime": {
      "description": "Time at which a `manual` clock starts, ISO 8601 with a time zone.",
      "type": "string",
      "format": "date-time",
      "default": "2026-01-01T00:00:00.000Z"
     },
     "bodyLimit": {
      "description": "Largest request body in bytes. A larger one is answered 413.",
      "type": "integer",
      "minimum": 1,
      "default": 10485760
     },
     "journalLimit": {
      "description": "Exchanges that the journal keeps. When it is full, the oldest are dropped. With 0 it keeps none, and nothing can be judged.",
      "type": "integer",
      "minimum": 0,
      "default": 10000
     },
     "journalBodies": {
      "description": "Whether the journal keeps headers and bodies of requests and answers too, as its HAR export shows them: the last 100 million characters of bodies. Keys in headers are masked, and VibeFollow keys in bodies.",
      "type": "boolean",
      "default": false
     },
     "faults": {
      "description": "Rules for what goes wrong and when. The first one that matches fires.",
      "type": "array",
      "default": [],
      "items": {
       "$ref": "#/components/schemas/FaultRule"
      }
     },
     "strict": {
      "description": "Whether a request that carries what the OpenAPI document does not know, such as a misspelt property or parameter, is refused as an invalid one: by VibeFollow with 400 for a bulk request and 422 for another, by Yellow.ai with 400. Nothing of it is stored. Free names, such as those of traits, are known.",
      "type": "boolean",
      "default": false
     },
     "rateLimitHeaders": {
      "description": "Headers that tell where a client stands with a limit, on every answer of a limited endpoint: `ietf` for `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers), `x-ratelimit` for `X-RateLimit-Limit`, `-Remaining` and `-Reset` (seconds left). Neither vendor documents any.",
      "type": "string",
      "enum": [
       "none",
       "ietf",
       "x-ratelimit"
      ],
      "default": "none"
     },
     "adminToken": {
      "description": "Token that requests to the admin API must carry, as `Authorization: Bearer <token>`. Without one the admin API serves only the machine itself.",
      "type": "string",
      "minLength": 1
     },
     "vibefollow": {
      "$ref": "#/components/schemas/VibeFollowOptions",
      "default": {}
     },
     "yellow": {
      "$ref": "#/components/schemas/YellowOptions",
      "default": {}
     }
    }
   },
   "VibeFollowOptions": {
    "description": "Options of the VibeFollow API.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
     "keys": {
      "description": "The keys that are known. Without it, every well-formed key opens a project of its own. With it, a key that is `active` opens its project, one that is `revoked` or not listed gets 401, and one of an `other-project` gets 403.",
      "type": "object",
      "propertyNames": {
       "$ref": "#/components/schemas/VibeFollowKey"
      },
      "additionalProperties": {
       "type": "string",
       "enum": [
        "active",
        "revoked",
        "other-project"
       ]
      }
     },
     "idempotencyReuse": {
      "description": "VF-1: status for an `Idempotency-Key` that comes again with another request. 422 as the vendor's authentication page says, or 409 as its errors page says.",
      "type": "integer",
      "enum": [
       422,
       409
      ],
      "default": 422
     },
     "idempotencyKey": {
      "description": "VF-2: whether requests must carry an `Idempotency-Key`. `optional` as the bulk page's examples show, or `required` as the authentication page says: then a request without one gets 422.",
      "type": "string",
      "enum": [
       "optional",
       "required"
      ],
      "default": "optional"
     },
     "rateLimits": {
      "description": "VF-4: limits by operation, each `{ requests, windowSeconds }`. The vendor publishes no numbers, so none is in force unless given.",
      "type": "object",
      "additionalProperties": false,
      "default": {},
      "properties": {
       "upsertUser": {
        "$ref": "#/components/schemas/RateLimit"
       },
       "bulkUpsertUsers": {
        "$ref": "#/components/schemas/RateLimit"
       },
       "trackEvent": {
        "$ref": "#/components/schemas/RateLimit"
       },
       "batchTrackEvents": {
        "$ref": "#/components/schemas/RateLimit"
       },
       "bulkTrackEvents": {
        "$ref": "#/components/schemas/RateLimit"
       }
      }
     },
     "queueCapacity": {
      "description": "Jobs that a project's ingest queue holds before bulk requests get 429 `backfill_queue_full`.",
      "type": "integer",
      "minimum": 1,
      "default": 50000
     },
     "drainRate": {
      "description": "Jobs per second that a project's ingest queue works off. Without it, every job is done at once and the queue never fills; with 0, none is ever done.",
      "type": "number",
      "minimum": 0
     },
     "queueJob": {
      "description": "VF-5: what one job of the queue is: one accepted `record`, or one `request`.",
      "type": "string",
      "enum": [
       "record",
       "request"
      ],
      "default": "record"
     },
     "queueRefusal": {
      "description": "VF-6: when a bulk request is refused for the queue. `when-full`: only if as many jobs as it holds wait already; `when-crossing`: also if this request would bring it over.",
      "type": "string",
      "enum": [
       "when-full",
       "when-crossing"
      ],
      "default": "when-full"
     },
     "queueRetryAfter": {
      "description": "VF-7: `Retry-After` on `backfill_queue_full`. `sent` gives the seconds that the queue needs until it would take the request (none where it never will), `absent` gives none.",
      "type": "string",
      "enum": [
       "sent",
       "absent"
      ],
      "default": "sent"
     },
     "externalUserIdField": {
      "description": "VF-8: `field` beside the bulk message `external_user_id must be at least 1 character`: `absent` as the vendor's example shows, or `present`.",
      "type": "string",
      "enum": [
       "absent",
       "present"
      ],
      "default": "absent"
     }
    }
   },
   "VibeFollowKey": {
    "description": "A key of a VibeFollow project, `sk_live_` or `sk_test_` and 32 or more random characters.",
    "type": "string",
    "maxLength": 255,
    "pattern": "^sk_(live|test)_[A-Za-z0-9_-]{32,}$"
   },
   "YellowOptions": {
    "description": "Options of the Yellow.ai API.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
     "retainImported": {
      "description": "YE-1: what `RETAIN_IMPORTED` does to a user that exists. `keep-existing`: the imported record is ignored, as the bulk page says; `replace`: it takes the place of the whole record, as the CSV help page says.",
      "type": "string",
      "enum": [
       "keep-existing",
       "replace"
      ],
      "default": "keep-existing"
     },
     "uponConflict": {
      "description": "YE-2: what a bulk creation does where `uponConflict` is left out.",
      "type": "string",
      "enum": [
       "UPDATE_EXISTING",
       "RETAIN_IMPORTED"
      ],
      "default": "UPDATE_EXISTING"
     },
     "authHeader": {
      "description": "YE-3: the header that carries the key: `either`, only `x-auth-token` as on the bulk page, or only `x-api-key` as in the newer reference.",
      "type": "string",
      "enum": [
       "either",
       "x-auth-token",
       "x-api-key"
      ],
      "default": "either"
     },
     "keys": {
      "description": "YE-3: the valid keys of each bot. Without it, every bot exists and takes any key that is not empty; with it, an unlisted bot or key gets 401.",
      "type": "object",
      "additionalProperties": {
       "type": "array",
       "minItems": 1,
       "items": {
        "type": "string",
        "minLength": 1
       }
      }
     },
     "missingUserId": {
      "description": "YE-5: a bulk record without `userId`. `generate` an id, as the CSV help page says, or `refuse` the request with 400 and `Row [n]`.",
      "type": "string",
      "enum": [
       "generate",
       "refuse"
      ],
      "default": "generate"
     },
     "invalidRecord": {
      "description": "YE-6: a bulk record that is invalid. `refuse-all`: 400 naming `Row [n]`, nothing is stored, as clients have seen it; `skip`: the record is left out and the rest is stored, as the CSV help page says.",
      "type": "string",
      "enum": [
       "refuse-all",
       "skip"
      ],
      "default": "refuse-all"
     },
     "retryAfter": {
      "description": "YE-8: `Retry-After` on 429: `sent` in whole seconds, or `absent`.",
      "type": "string",
      "enum": [
       "sent",
       "absent"
      ],
      "default": "sent"
     },
     "rateWindow": {
      "description": "YE-9: how the limits count. `fixed`: a window that opens with the first request; `sliding`: any stretch of that length.",
      "type": "string",
      "enum": [
       "fixed",
       "sliding"
      ],
      "default": "fixed"
     },
     "rateLimits": {
      "description": "Limits by operation, each `{ requests, windowSeconds }` in place of the documented one, or `off` to lift it.",
      "type": "object",
      "additionalProperties": false,
      "default": {},
      "properties": {
       "bulkCreateUsers": {
        "$ref": "#/components/schemas/RateLimitOrOff"
       },
       "getBulkCreation": {
        "$ref": "#/components/schemas/RateLimitOrOff"
       },
       "addUser": {
        "$ref": "#/components/schemas/RateLimitOrOff"
       },
       "listUsers": {
        "$ref": "#/components/schemas/RateLimitOrOff"
       },
       "getUser": {
        "$ref": "#/components/schemas/RateLimitOrOff"
       },
       "updateUser": {
        "$ref": "#/components/schemas/RateLimitOrOff"
       },
       "deleteUser": {
        "$ref": "#/components/schemas/RateLimitOrOff"
       },
       "createEvent": {
        "$ref": "#/components/schemas/RateLimitOrOff"
       },
       "listEvents": {
        "$ref": "#/components/schemas/RateLimitOrOff"
       }
      }
     },
     "processingTime": {
      "description": "Milliseconds from a bulk creation to its users being stored. With 0 they are stored at once.",
      "type": "integer",
      "minimum": 0,
      "default": 0
     }
    }
   },
   "RateLimitOrOff": {
    "description": "`requests` and `windowSeconds` of a limit, or `off`",
    "anyOf": [
     {
      "$ref": "#/components/schemas/RateLimit"
     },
     {
      "type": "string",
      "const": "off"
     }
    ]
   }
  }
 }
};
