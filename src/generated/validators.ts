// Generated from openapi/ by `npm run generate`. Do not edit.
// @ts-nocheck: Ajv's own code, compiled ahead.
/** Ajv's description of a problem of a value. */
export interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: { readonly [name: string]: unknown };
  /** The wrong name, if the problem is the name of a property. */
  readonly propertyName?: string;
  /** Present if a part or a state was validated. */
  readonly parentSchema?: { readonly [name: string]: unknown };
  /** Present if a part or a state was validated. */
  readonly data?: unknown;
}

/** Returns whether a value is valid. `errors` has the problems of the last value. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

function append(errors, others) {
  for (const error of others) errors.push(error);
  return errors;
}
var compiled = (() => {
  var __create = Object.create;
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __getProtoOf = Object.getPrototypeOf;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __esm = (fn, res, err) => function __init() {
    if (err) throw err[0];
    try {
      return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
    } catch (e) {
      throw err = [e], e;
    }
  };
  var __commonJS = (cb, mod) => function __require() {
    try {
      return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
    } catch (e) {
      throw mod = 0, e;
    }
  };
  var __export = (target, all) => {
    for (var name in all)
      __defProp(target, name, { get: all[name], enumerable: true });
  };
  var __copyProps = (to, from, except, desc) => {
    if (from && typeof from === "object" || typeof from === "function") {
      for (let key of __getOwnPropNames(from))
        if (!__hasOwnProp.call(to, key) && key !== except)
          __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
    }
    return to;
  };
  var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
    // If the importer is in node compatibility mode or this is not an ESM
    // file that has been converted to a CommonJS file using a Babel-
    // compatible transform (i.e. "__esModule" has not been set), then set
    // "default" to the CommonJS "module.exports" for node compatibility.
    isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
    mod
  ));
  var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

  // node_modules/ajv/dist/runtime/ucs2length.js
  var require_ucs2length = __commonJS({
    "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
            Object.defineProperty(exports, "__esModule", { value: true });
      function ucs2length(str) {
        const len = str.length;
        let length = 0;
        let pos = 0;
        let value;
        while (pos < len) {
          length++;
          value = str.charCodeAt(pos++);
          if (value >= 55296 && value <= 56319 && pos < len) {
            value = str.charCodeAt(pos);
            if ((value & 64512) === 56320)
              pos++;
          }
        }
        return length;
      }
      exports.default = ucs2length;
      ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
    }
  });

  // node_modules/ajv-formats/dist/formats.js
  var require_formats = __commonJS({
    "node_modules/ajv-formats/dist/formats.js"(exports) {
      "use strict";
      Object.defineProperty(exports, "__esModule", { value: true });
      exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
      function fmtDef(validate, compare) {
        return { validate, compare };
      }
      exports.fullFormats = {
        // date: http://tools.ietf.org/html/rfc3339#section-5.6
        date: fmtDef(date, compareDate),
        // date-time: http://tools.ietf.org/html/rfc3339#section-5.6
        time: fmtDef(getTime(true), compareTime),
        "date-time": fmtDef(getDateTime(true), compareDateTime),
        "iso-time": fmtDef(getTime(), compareIsoTime),
        "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
        // duration: https://tools.ietf.org/html/rfc3339#appendix-A
        duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
        uri,
        "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
        // uri-template: https://tools.ietf.org/html/rfc6570
        "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
        // For the source: https://gist.github.com/dperini/729294
        // For test cases: https://mathiasbynens.be/demo/url-regex
        url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
        email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
        hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
        // optimized https://www.safaribooksonline.com/library/view/regular-expressions-cookbook/9780596802837/ch07s16.html
        ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
        ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
        regex,
        // uuid: http://tools.ietf.org/html/rfc4122
        uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
        // JSON-pointer: https://tools.ietf.org/html/rfc6901
        // uri fragment: https://tools.ietf.org/html/rfc3986#appendix-A
        "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
        "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
        // relative JSON-pointer: http://tools.ietf.org/html/draft-luff-relative-json-pointer-00
        "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
        // the following formats are used by the openapi specification: https://spec.openapis.org/oas/v3.0.0#data-types
        // byte: https://github.com/miguelmota/is-base64
        byte,
        // signed 32 bit integer
        int32: { type: "number", validate: validateInt32 },
        // signed 64 bit integer
        int64: { type: "number", validate: validateInt64 },
        // C-type float
        float: { type: "number", validate: validateNumber },
        // C-type double
        double: { type: "number", validate: validateNumber },
        // hint to the UI to hide input strings
        password: true,
        // unchecked string payload
        binary: true
      };
      exports.fastFormats = {
        ...exports.fullFormats,
        date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
        time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
        "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
        "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
        "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
        // uri: https://github.com/mafintosh/is-my-json-valid/blob/master/formats.js
        uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
        "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
        // email (sources from jsen validator):
        // http://stackoverflow.com/questions/201323/using-a-regular-expression-to-validate-an-email-address#answer-8829363
        // http://www.w3.org/TR/html5/forms.html#valid-e-mail-address (search for 'wilful violation')
        email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
      };
      exports.formatNames = Object.keys(exports.fullFormats);
      function isLeapYear(year) {
        return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
      }
      var DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
      var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
      function date(str) {
        const matches = DATE.exec(str);
        if (!matches)
          return false;
        const year = +matches[1];
        const month = +matches[2];
        const day = +matches[3];
        return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
      }
      function compareDate(d1, d2) {
        if (!(d1 && d2))
          return void 0;
        if (d1 > d2)
          return 1;
        if (d1 < d2)
          return -1;
        return 0;
      }
      var TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
      function getTime(strictTimeZone) {
        return function time(str) {
          const matches = TIME.exec(str);
          if (!matches)
            return false;
          const hr = +matches[1];
          const min = +matches[2];
          const sec = +matches[3];
          const tz = matches[4];
          const tzSign = matches[5] === "-" ? -1 : 1;
          const tzH = +(matches[6] || 0);
          const tzM = +(matches[7] || 0);
          if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
            return false;
          if (hr <= 23 && min <= 59 && sec < 60)
            return true;
          const utcMin = min - tzM * tzSign;
          const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
          return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
        };
      }
      function compareTime(s1, s2) {
        if (!(s1 && s2))
          return void 0;
        const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
        const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
        if (!(t1 && t2))
          return void 0;
        return t1 - t2;
      }
      function compareIsoTime(t1, t2) {
        if (!(t1 && t2))
          return void 0;
        const a1 = TIME.exec(t1);
        const a2 = TIME.exec(t2);
        if (!(a1 && a2))
          return void 0;
        t1 = a1[1] + a1[2] + a1[3];
        t2 = a2[1] + a2[2] + a2[3];
        if (t1 > t2)
          return 1;
        if (t1 < t2)
          return -1;
        return 0;
      }
      var DATE_TIME_SEPARATOR = /t|\s/i;
      function getDateTime(strictTimeZone) {
        const time = getTime(strictTimeZone);
        return function date_time(str) {
          const dateTime = str.split(DATE_TIME_SEPARATOR);
          return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
        };
      }
      function compareDateTime(dt1, dt2) {
        if (!(dt1 && dt2))
          return void 0;
        const d1 = new Date(dt1).valueOf();
        const d2 = new Date(dt2).valueOf();
        if (!(d1 && d2))
          return void 0;
        return d1 - d2;
      }
      function compareIsoDateTime(dt1, dt2) {
        if (!(dt1 && dt2))
          return void 0;
        const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
        const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
        const res = compareDate(d1, d2);
        if (res === void 0)
          return void 0;
        return res || compareTime(t1, t2);
      }
      var NOT_URI_FRAGMENT = /\/|:/;
      var URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
      function uri(str) {
        return NOT_URI_FRAGMENT.test(str) && URI.test(str);
      }
      var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
      function byte(str) {
        BYTE.lastIndex = 0;
        return BYTE.test(str);
      }
      var MIN_INT32 = -(2 ** 31);
      var MAX_INT32 = 2 ** 31 - 1;
      function validateInt32(value) {
        return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
      }
      function validateInt64(value) {
        return Number.isInteger(value);
      }
      function validateNumber() {
        return true;
      }
      var Z_ANCHOR = /[^\\]\\Z/;
      function regex(str) {
        if (Z_ANCHOR.test(str))
          return false;
        try {
          new RegExp(str);
          return true;
        } catch (e) {
          return false;
        }
      }
    }
  });

  // src/runtime/date-time.ts
  function isDate(text) {
    const [year = 0, month = 0, day = 0] = dateForm.exec(text)?.slice(1).map(Number) ?? [];
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return day > 0 && day <= (month === 2 && isLeap ? 29 : daysOfMonths[month - 1] ?? 0);
  }
  function isDateTime(text) {
    const date = timeForm.exec(text)?.[1];
    return date !== void 0 && isDate(date);
  }
  var dateForm, timeForm, daysOfMonths;
  var init_date_time = __esm({
    "src/runtime/date-time.ts"() {
      "use strict";
      dateForm = /^(\d{4})-(\d\d)-(\d\d)$/;
      timeForm = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.(\d+))?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
      daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    }
  });

  // scripts/generate/formats.ts
  var import_formats, email;
  var init_formats = __esm({
    "scripts/generate/formats.ts"() {
      "use strict";
      import_formats = __toESM(require_formats(), 1);
      init_date_time();
      email = import_formats.fullFormats.email;
    }
  });

  // compiled:compiled:formats
  var compiled_formats_exports = {};
  __export(compiled_formats_exports, {
    date: () => isDate,
    "date-time": () => isDateTime,
    email: () => email
  });
  var init_compiled_formats = __esm({
    "compiled:compiled:formats"() {
      init_formats();
    }
  });

  // <stdin>
  var stdin_exports = {};
  __export(stdin_exports, {
    bodies: () => compiled_bodies_exports,
    headers: () => compiled_headers_exports,
    parts: () => compiled_parts_exports,
    queries: () => compiled_queries_exports,
    records: () => compiled_records_exports,
    states: () => compiled_states_exports
  });

  // compiled:compiled:bodies
  var compiled_bodies_exports = {};
  __export(compiled_bodies_exports, {
    addUser: () => addUser,
    batchTrackEvents: () => batchTrackEvents,
    bulkCreateUsers: () => bulkCreateUsers,
    bulkTrackEvents: () => bulkTrackEvents,
    bulkUpsertUsers: () => bulkUpsertUsers,
    createEvent: () => createEvent,
    trackEvent: () => trackEvent,
    updateUser: () => updateUser,
    upsertUser: () => upsertUser
  });
  var upsertUser = validate20;
  var func1 = require_ucs2length().default;
  var pattern4 = new RegExp("^[^@]{65}", "u");
  var pattern5 = new RegExp("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$", "u");
  var formats0 = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
  function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.external_user_id === void 0 && (missing0 = "external_user_id")) {
          validate22.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.external_user_id !== void 0) {
            let data0 = data.external_user_id;
            const _errs1 = errors;
            if (errors === _errs1) {
              if (typeof data0 === "string") {
                if (func1(data0) < 1) {
                  validate22.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate22.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs1 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.email !== void 0) {
              let data1 = data.email;
              const _errs3 = errors;
              const _errs4 = errors;
              const _errs6 = errors;
              const _errs7 = errors;
              if (errors === _errs7) {
                if (typeof data1 === "string") {
                  if (!pattern4.test(data1)) {
                    const err0 = {};
                    if (vErrors === null) {
                      vErrors = [err0];
                    } else {
                      vErrors.push(err0);
                    }
                    errors++;
                  }
                } else {
                  const err1 = {};
                  if (vErrors === null) {
                    vErrors = [err1];
                  } else {
                    vErrors.push(err1);
                  }
                  errors++;
                }
              }
              var valid2 = _errs7 === errors;
              if (valid2) {
                validate22.errors = [{ instancePath: instancePath + "/email", keyword: "not", params: {} }];
                return false;
              } else {
                errors = _errs6;
                if (vErrors !== null) {
                  if (_errs6) {
                    vErrors.length = _errs6;
                  } else {
                    vErrors = null;
                  }
                }
              }
              if (errors === _errs4) {
                if (errors === _errs4) {
                  if (typeof data1 === "string") {
                    if (func1(data1) > 254) {
                      validate22.errors = [{ instancePath: instancePath + "/email", keyword: "maxLength", params: { limit: 254 } }];
                      return false;
                    } else {
                      if (!pattern5.test(data1)) {
                        validate22.errors = [{ instancePath: instancePath + "/email", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$" } }];
                        return false;
                      } else {
                        if (!formats0.test(data1)) {
                          validate22.errors = [{ instancePath: instancePath + "/email", keyword: "format", params: { format: "email" } }];
                          return false;
                        }
                      }
                    }
                  } else {
                    validate22.errors = [{ instancePath: instancePath + "/email", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.traits !== void 0) {
                let data2 = data.traits;
                const _errs9 = errors;
                const _errs10 = errors;
                if (errors === _errs10) {
                  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                  } else {
                    validate22.errors = [{ instancePath: instancePath + "/traits", keyword: "type", params: { type: "object" } }];
                    return false;
                  }
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      } else {
        validate22.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate22.errors = vErrors;
    return errors === 0;
  }
  function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate22(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate22.errors : append(vErrors, validate22.errors);
      errors = vErrors.length;
    }
    validate20.errors = vErrors;
    return errors === 0;
  }
  var bulkUpsertUsers = validate24;
  function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.users === void 0 && (missing0 = "users")) {
          validate24.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.users !== void 0) {
            let data0 = data.users;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 1e3) {
                  validate24.errors = [{ instancePath: instancePath + "/users", keyword: "maxItems", params: { limit: 1e3 } }];
                  return false;
                } else {
                  if (data0.length < 1) {
                    validate24.errors = [{ instancePath: instancePath + "/users", keyword: "minItems", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate24.errors = [{ instancePath: instancePath + "/users", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
          }
        }
      } else {
        validate24.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate24.errors = vErrors;
    return errors === 0;
  }
  var trackEvent = validate25;
  var formats2 = (init_compiled_formats(), __toCommonJS(compiled_formats_exports))["date-time"];
  function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.external_user_id === void 0 && (missing0 = "external_user_id") || data.name === void 0 && (missing0 = "name")) {
          validate26.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.external_user_id !== void 0) {
            let data0 = data.external_user_id;
            const _errs1 = errors;
            if (errors === _errs1) {
              if (typeof data0 === "string") {
                if (func1(data0) < 1) {
                  validate26.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate26.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs1 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.name !== void 0) {
              let data1 = data.name;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (func1(data1) < 1) {
                    validate26.errors = [{ instancePath: instancePath + "/name", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate26.errors = [{ instancePath: instancePath + "/name", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.properties !== void 0) {
                let data2 = data.properties;
                const _errs5 = errors;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                  } else {
                    validate26.errors = [{ instancePath: instancePath + "/properties", keyword: "type", params: { type: "object" } }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.timestamp !== void 0) {
                  let data3 = data.timestamp;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (errors === _errs9) {
                      if (typeof data3 === "string") {
                        if (!formats2(data3)) {
                          validate26.errors = [{ instancePath: instancePath + "/timestamp", keyword: "format", params: { format: "date-time" } }];
                          return false;
                        }
                      } else {
                        validate26.errors = [{ instancePath: instancePath + "/timestamp", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      } else {
        validate26.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate26.errors = vErrors;
    return errors === 0;
  }
  function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate26(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate26.errors : append(vErrors, validate26.errors);
      errors = vErrors.length;
    }
    validate25.errors = vErrors;
    return errors === 0;
  }
  var batchTrackEvents = validate28;
  function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.external_user_id === void 0 && (missing0 = "external_user_id") || data.name === void 0 && (missing0 = "name")) {
          validate30.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.external_user_id !== void 0) {
            let data0 = data.external_user_id;
            const _errs1 = errors;
            if (errors === _errs1) {
              if (typeof data0 === "string") {
                if (func1(data0) < 1) {
                  validate30.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate30.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs1 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.name !== void 0) {
              let data1 = data.name;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (func1(data1) < 1) {
                    validate30.errors = [{ instancePath: instancePath + "/name", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate30.errors = [{ instancePath: instancePath + "/name", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.properties !== void 0) {
                let data2 = data.properties;
                const _errs5 = errors;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                  } else {
                    validate30.errors = [{ instancePath: instancePath + "/properties", keyword: "type", params: { type: "object" } }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.timestamp !== void 0) {
                  let data3 = data.timestamp;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (errors === _errs9) {
                      if (typeof data3 === "string") {
                        if (!formats2(data3)) {
                          validate30.errors = [{ instancePath: instancePath + "/timestamp", keyword: "format", params: { format: "date-time" } }];
                          return false;
                        }
                      } else {
                        validate30.errors = [{ instancePath: instancePath + "/timestamp", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      } else {
        validate30.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate30.errors = vErrors;
    return errors === 0;
  }
  function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.events === void 0 && (missing0 = "events")) {
          validate29.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.events !== void 0) {
            let data0 = data.events;
            const _errs1 = errors;
            if (errors === _errs1) {
              if (Array.isArray(data0)) {
                if (data0.length > 500) {
                  validate29.errors = [{ instancePath: instancePath + "/events", keyword: "maxItems", params: { limit: 500 } }];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs3 = errors;
                    if (!validate30(data0[i0], { instancePath: instancePath + "/events/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
                      vErrors = vErrors === null ? validate30.errors : append(vErrors, validate30.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs3 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate29.errors = [{ instancePath: instancePath + "/events", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
          }
        }
      } else {
        validate29.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate29.errors = vErrors;
    return errors === 0;
  }
  function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate29(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate29.errors : append(vErrors, validate29.errors);
      errors = vErrors.length;
    }
    validate28.errors = vErrors;
    return errors === 0;
  }
  var bulkTrackEvents = validate33;
  function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.events === void 0 && (missing0 = "events")) {
          validate33.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.events !== void 0) {
            let data0 = data.events;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 1e3) {
                  validate33.errors = [{ instancePath: instancePath + "/events", keyword: "maxItems", params: { limit: 1e3 } }];
                  return false;
                } else {
                  if (data0.length < 1) {
                    validate33.errors = [{ instancePath: instancePath + "/events", keyword: "minItems", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate33.errors = [{ instancePath: instancePath + "/events", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
          }
        }
      } else {
        validate33.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate33.errors = vErrors;
    return errors === 0;
  }
  var bulkCreateUsers = validate34;
  function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.users === void 0 && (missing0 = "users")) {
          validate34.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.users !== void 0) {
            let data0 = data.users;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length > 1e3) {
                  validate34.errors = [{ instancePath: instancePath + "/users", keyword: "maxItems", params: { limit: 1e3 } }];
                  return false;
                } else {
                  if (data0.length < 1) {
                    validate34.errors = [{ instancePath: instancePath + "/users", keyword: "minItems", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate34.errors = [{ instancePath: instancePath + "/users", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
          }
        }
      } else {
        validate34.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate34.errors = vErrors;
    return errors === 0;
  }
  var addUser = validate36;
  var pattern8 = new RegExp("^\\+?[1-9][0-9]{6,14}$", "u");
  var formats8 = (init_compiled_formats(), __toCommonJS(compiled_formats_exports)).date;
  function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.userId !== void 0) {
          let data0 = data.userId;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func1(data0) < 1) {
                validate38.errors = [{ instancePath: instancePath + "/userId", keyword: "minLength", params: { limit: 1 } }];
                return false;
              }
            } else {
              validate38.errors = [{ instancePath: instancePath + "/userId", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.firstName !== void 0) {
            const _errs4 = errors;
            if (typeof data.firstName !== "string") {
              validate38.errors = [{ instancePath: instancePath + "/firstName", keyword: "type", params: { type: "string" } }];
              return false;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.lastName !== void 0) {
              const _errs6 = errors;
              if (typeof data.lastName !== "string") {
                validate38.errors = [{ instancePath: instancePath + "/lastName", keyword: "type", params: { type: "string" } }];
                return false;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.gender !== void 0) {
                const _errs8 = errors;
                if (typeof data.gender !== "string") {
                  validate38.errors = [{ instancePath: instancePath + "/gender", keyword: "type", params: { type: "string" } }];
                  return false;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.country !== void 0) {
                  const _errs10 = errors;
                  if (typeof data.country !== "string") {
                    validate38.errors = [{ instancePath: instancePath + "/country", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.city !== void 0) {
                    const _errs12 = errors;
                    if (typeof data.city !== "string") {
                      validate38.errors = [{ instancePath: instancePath + "/city", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.language !== void 0) {
                      const _errs14 = errors;
                      if (typeof data.language !== "string") {
                        validate38.errors = [{ instancePath: instancePath + "/language", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.email !== void 0) {
                        let data7 = data.email;
                        const _errs16 = errors;
                        const _errs17 = errors;
                        const _errs19 = errors;
                        const _errs20 = errors;
                        if (errors === _errs20) {
                          if (typeof data7 === "string") {
                            if (!pattern4.test(data7)) {
                              const err0 = {};
                              if (vErrors === null) {
                                vErrors = [err0];
                              } else {
                                vErrors.push(err0);
                              }
                              errors++;
                            }
                          } else {
                            const err1 = {};
                            if (vErrors === null) {
                              vErrors = [err1];
                            } else {
                              vErrors.push(err1);
                            }
                            errors++;
                          }
                        }
                        var valid2 = _errs20 === errors;
                        if (valid2) {
                          validate38.errors = [{ instancePath: instancePath + "/email", keyword: "not", params: {} }];
                          return false;
                        } else {
                          errors = _errs19;
                          if (vErrors !== null) {
                            if (_errs19) {
                              vErrors.length = _errs19;
                            } else {
                              vErrors = null;
                            }
                          }
                        }
                        if (errors === _errs17) {
                          if (errors === _errs17) {
                            if (typeof data7 === "string") {
                              if (func1(data7) > 254) {
                                validate38.errors = [{ instancePath: instancePath + "/email", keyword: "maxLength", params: { limit: 254 } }];
                                return false;
                              } else {
                                if (!pattern5.test(data7)) {
                                  validate38.errors = [{ instancePath: instancePath + "/email", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$" } }];
                                  return false;
                                } else {
                                  if (!formats0.test(data7)) {
                                    validate38.errors = [{ instancePath: instancePath + "/email", keyword: "format", params: { format: "email" } }];
                                    return false;
                                  }
                                }
                              }
                            } else {
                              validate38.errors = [{ instancePath: instancePath + "/email", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                        }
                        var valid0 = _errs16 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.phone !== void 0) {
                          let data8 = data.phone;
                          const _errs22 = errors;
                          if (errors === _errs22) {
                            if (typeof data8 === "string") {
                              if (!pattern8.test(data8)) {
                                validate38.errors = [{ instancePath: instancePath + "/phone", keyword: "pattern", params: { pattern: "^\\+?[1-9][0-9]{6,14}$" } }];
                                return false;
                              }
                            } else {
                              validate38.errors = [{ instancePath: instancePath + "/phone", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                          var valid0 = _errs22 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.lastChannel !== void 0) {
                            const _errs24 = errors;
                            if (typeof data.lastChannel !== "string") {
                              validate38.errors = [{ instancePath: instancePath + "/lastChannel", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                            var valid0 = _errs24 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.dob !== void 0) {
                              let data10 = data.dob;
                              const _errs26 = errors;
                              if (errors === _errs26) {
                                if (errors === _errs26) {
                                  if (typeof data10 === "string") {
                                    if (!formats8(data10)) {
                                      validate38.errors = [{ instancePath: instancePath + "/dob", keyword: "format", params: { format: "date" } }];
                                      return false;
                                    }
                                  } else {
                                    validate38.errors = [{ instancePath: instancePath + "/dob", keyword: "type", params: { type: "string" } }];
                                    return false;
                                  }
                                }
                              }
                              var valid0 = _errs26 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.emailOptin !== void 0) {
                                const _errs28 = errors;
                                if (typeof data.emailOptin !== "boolean") {
                                  validate38.errors = [{ instancePath: instancePath + "/emailOptin", keyword: "type", params: { type: "boolean" } }];
                                  return false;
                                }
                                var valid0 = _errs28 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.emailOptIn !== void 0) {
                                  const _errs30 = errors;
                                  if (typeof data.emailOptIn !== "boolean") {
                                    validate38.errors = [{ instancePath: instancePath + "/emailOptIn", keyword: "type", params: { type: "boolean" } }];
                                    return false;
                                  }
                                  var valid0 = _errs30 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.smsOptin !== void 0) {
                                    const _errs32 = errors;
                                    if (typeof data.smsOptin !== "boolean") {
                                      validate38.errors = [{ instancePath: instancePath + "/smsOptin", keyword: "type", params: { type: "boolean" } }];
                                      return false;
                                    }
                                    var valid0 = _errs32 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.whatsAppOptin !== void 0) {
                                      const _errs34 = errors;
                                      if (typeof data.whatsAppOptin !== "boolean") {
                                        validate38.errors = [{ instancePath: instancePath + "/whatsAppOptin", keyword: "type", params: { type: "boolean" } }];
                                        return false;
                                      }
                                      var valid0 = _errs34 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.tags !== void 0) {
                                        let data15 = data.tags;
                                        const _errs36 = errors;
                                        if (errors === _errs36) {
                                          if (Array.isArray(data15)) {
                                            var valid3 = true;
                                            const len0 = data15.length;
                                            for (let i0 = 0; i0 < len0; i0++) {
                                              const _errs38 = errors;
                                              if (typeof data15[i0] !== "string") {
                                                validate38.errors = [{ instancePath: instancePath + "/tags/" + i0, keyword: "type", params: { type: "string" } }];
                                                return false;
                                              }
                                              var valid3 = _errs38 === errors;
                                              if (!valid3) {
                                                break;
                                              }
                                            }
                                          } else {
                                            validate38.errors = [{ instancePath: instancePath + "/tags", keyword: "type", params: { type: "array" } }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs36 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.timezone !== void 0) {
                                          const _errs40 = errors;
                                          if (typeof data.timezone !== "string") {
                                            validate38.errors = [{ instancePath: instancePath + "/timezone", keyword: "type", params: { type: "string" } }];
                                            return false;
                                          }
                                          var valid0 = _errs40 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      } else {
        validate38.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate38.errors = vErrors;
    return errors === 0;
  }
  function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (!validate38(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate38.errors : append(vErrors, validate38.errors);
      errors = vErrors.length;
    }
    var valid0 = _errs0 === errors;
    if (valid0) {
      const _errs1 = errors;
      if (errors === _errs1) {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing0;
          if (data.userId === void 0 && (missing0 = "userId")) {
            validate37.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
            return false;
          } else {
            if (data.userId !== void 0) {
              let data0 = data.userId;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data0 === "string") {
                  if (func1(data0) < 1) {
                    validate37.errors = [{ instancePath: instancePath + "/userId", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate37.errors = [{ instancePath: instancePath + "/userId", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
            }
          }
        } else {
          validate37.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
          return false;
        }
      }
      var valid0 = _errs1 === errors;
    }
    validate37.errors = vErrors;
    return errors === 0;
  }
  function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate37(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate37.errors : append(vErrors, validate37.errors);
      errors = vErrors.length;
    }
    validate36.errors = vErrors;
    return errors === 0;
  }
  var updateUser = validate41;
  function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.userId !== void 0) {
          let data0 = data.userId;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func1(data0) < 1) {
                validate42.errors = [{ instancePath: instancePath + "/userId", keyword: "minLength", params: { limit: 1 } }];
                return false;
              }
            } else {
              validate42.errors = [{ instancePath: instancePath + "/userId", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.firstName !== void 0) {
            const _errs4 = errors;
            if (typeof data.firstName !== "string") {
              validate42.errors = [{ instancePath: instancePath + "/firstName", keyword: "type", params: { type: "string" } }];
              return false;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.lastName !== void 0) {
              const _errs6 = errors;
              if (typeof data.lastName !== "string") {
                validate42.errors = [{ instancePath: instancePath + "/lastName", keyword: "type", params: { type: "string" } }];
                return false;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.gender !== void 0) {
                const _errs8 = errors;
                if (typeof data.gender !== "string") {
                  validate42.errors = [{ instancePath: instancePath + "/gender", keyword: "type", params: { type: "string" } }];
                  return false;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.country !== void 0) {
                  const _errs10 = errors;
                  if (typeof data.country !== "string") {
                    validate42.errors = [{ instancePath: instancePath + "/country", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.city !== void 0) {
                    const _errs12 = errors;
                    if (typeof data.city !== "string") {
                      validate42.errors = [{ instancePath: instancePath + "/city", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.language !== void 0) {
                      const _errs14 = errors;
                      if (typeof data.language !== "string") {
                        validate42.errors = [{ instancePath: instancePath + "/language", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.email !== void 0) {
                        let data7 = data.email;
                        const _errs16 = errors;
                        const _errs17 = errors;
                        const _errs19 = errors;
                        const _errs20 = errors;
                        if (errors === _errs20) {
                          if (typeof data7 === "string") {
                            if (!pattern4.test(data7)) {
                              const err0 = {};
                              if (vErrors === null) {
                                vErrors = [err0];
                              } else {
                                vErrors.push(err0);
                              }
                              errors++;
                            }
                          } else {
                            const err1 = {};
                            if (vErrors === null) {
                              vErrors = [err1];
                            } else {
                              vErrors.push(err1);
                            }
                            errors++;
                          }
                        }
                        var valid2 = _errs20 === errors;
                        if (valid2) {
                          validate42.errors = [{ instancePath: instancePath + "/email", keyword: "not", params: {} }];
                          return false;
                        } else {
                          errors = _errs19;
                          if (vErrors !== null) {
                            if (_errs19) {
                              vErrors.length = _errs19;
                            } else {
                              vErrors = null;
                            }
                          }
                        }
                        if (errors === _errs17) {
                          if (errors === _errs17) {
                            if (typeof data7 === "string") {
                              if (func1(data7) > 254) {
                                validate42.errors = [{ instancePath: instancePath + "/email", keyword: "maxLength", params: { limit: 254 } }];
                                return false;
                              } else {
                                if (!pattern5.test(data7)) {
                                  validate42.errors = [{ instancePath: instancePath + "/email", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$" } }];
                                  return false;
                                } else {
                                  if (!formats0.test(data7)) {
                                    validate42.errors = [{ instancePath: instancePath + "/email", keyword: "format", params: { format: "email" } }];
                                    return false;
                                  }
                                }
                              }
                            } else {
                              validate42.errors = [{ instancePath: instancePath + "/email", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                        }
                        var valid0 = _errs16 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.phone !== void 0) {
                          let data8 = data.phone;
                          const _errs22 = errors;
                          if (errors === _errs22) {
                            if (typeof data8 === "string") {
                              if (!pattern8.test(data8)) {
                                validate42.errors = [{ instancePath: instancePath + "/phone", keyword: "pattern", params: { pattern: "^\\+?[1-9][0-9]{6,14}$" } }];
                                return false;
                              }
                            } else {
                              validate42.errors = [{ instancePath: instancePath + "/phone", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                          var valid0 = _errs22 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.lastChannel !== void 0) {
                            const _errs24 = errors;
                            if (typeof data.lastChannel !== "string") {
                              validate42.errors = [{ instancePath: instancePath + "/lastChannel", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                            var valid0 = _errs24 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.dob !== void 0) {
                              let data10 = data.dob;
                              const _errs26 = errors;
                              if (errors === _errs26) {
                                if (errors === _errs26) {
                                  if (typeof data10 === "string") {
                                    if (!formats8(data10)) {
                                      validate42.errors = [{ instancePath: instancePath + "/dob", keyword: "format", params: { format: "date" } }];
                                      return false;
                                    }
                                  } else {
                                    validate42.errors = [{ instancePath: instancePath + "/dob", keyword: "type", params: { type: "string" } }];
                                    return false;
                                  }
                                }
                              }
                              var valid0 = _errs26 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.emailOptin !== void 0) {
                                const _errs28 = errors;
                                if (typeof data.emailOptin !== "boolean") {
                                  validate42.errors = [{ instancePath: instancePath + "/emailOptin", keyword: "type", params: { type: "boolean" } }];
                                  return false;
                                }
                                var valid0 = _errs28 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.emailOptIn !== void 0) {
                                  const _errs30 = errors;
                                  if (typeof data.emailOptIn !== "boolean") {
                                    validate42.errors = [{ instancePath: instancePath + "/emailOptIn", keyword: "type", params: { type: "boolean" } }];
                                    return false;
                                  }
                                  var valid0 = _errs30 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.smsOptin !== void 0) {
                                    const _errs32 = errors;
                                    if (typeof data.smsOptin !== "boolean") {
                                      validate42.errors = [{ instancePath: instancePath + "/smsOptin", keyword: "type", params: { type: "boolean" } }];
                                      return false;
                                    }
                                    var valid0 = _errs32 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.whatsAppOptin !== void 0) {
                                      const _errs34 = errors;
                                      if (typeof data.whatsAppOptin !== "boolean") {
                                        validate42.errors = [{ instancePath: instancePath + "/whatsAppOptin", keyword: "type", params: { type: "boolean" } }];
                                        return false;
                                      }
                                      var valid0 = _errs34 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.tags !== void 0) {
                                        let data15 = data.tags;
                                        const _errs36 = errors;
                                        if (errors === _errs36) {
                                          if (Array.isArray(data15)) {
                                            var valid3 = true;
                                            const len0 = data15.length;
                                            for (let i0 = 0; i0 < len0; i0++) {
                                              const _errs38 = errors;
                                              if (typeof data15[i0] !== "string") {
                                                validate42.errors = [{ instancePath: instancePath + "/tags/" + i0, keyword: "type", params: { type: "string" } }];
                                                return false;
                                              }
                                              var valid3 = _errs38 === errors;
                                              if (!valid3) {
                                                break;
                                              }
                                            }
                                          } else {
                                            validate42.errors = [{ instancePath: instancePath + "/tags", keyword: "type", params: { type: "array" } }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs36 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.timezone !== void 0) {
                                          const _errs40 = errors;
                                          if (typeof data.timezone !== "string") {
                                            validate42.errors = [{ instancePath: instancePath + "/timezone", keyword: "type", params: { type: "string" } }];
                                            return false;
                                          }
                                          var valid0 = _errs40 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      } else {
        validate42.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate42.errors = vErrors;
    return errors === 0;
  }
  function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate42(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate42.errors : append(vErrors, validate42.errors);
      errors = vErrors.length;
    }
    validate41.errors = vErrors;
    return errors === 0;
  }
  var createEvent = validate44;
  function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.userId === void 0 && (missing0 = "userId") || data.eventName === void 0 && (missing0 = "eventName")) {
          validate45.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.userId !== void 0) {
            let data0 = data.userId;
            const _errs1 = errors;
            if (errors === _errs1) {
              if (typeof data0 === "string") {
                if (func1(data0) < 1) {
                  validate45.errors = [{ instancePath: instancePath + "/userId", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate45.errors = [{ instancePath: instancePath + "/userId", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs1 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.eventName !== void 0) {
              let data1 = data.eventName;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (func1(data1) < 1) {
                    validate45.errors = [{ instancePath: instancePath + "/eventName", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate45.errors = [{ instancePath: instancePath + "/eventName", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.source !== void 0) {
                const _errs5 = errors;
                if (typeof data.source !== "string") {
                  validate45.errors = [{ instancePath: instancePath + "/source", keyword: "type", params: { type: "string" } }];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.payload !== void 0) {
                  let data3 = data.payload;
                  const _errs7 = errors;
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                    } else {
                      validate45.errors = [{ instancePath: instancePath + "/payload", keyword: "type", params: { type: "object" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.userProperties !== void 0) {
                    const _errs11 = errors;
                    if (!validate38(data.userProperties, { instancePath: instancePath + "/userProperties", parentData: data, parentDataProperty: "userProperties", rootData })) {
                      vErrors = vErrors === null ? validate38.errors : append(vErrors, validate38.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      } else {
        validate45.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate45.errors = vErrors;
    return errors === 0;
  }
  function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate45(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate45.errors : append(vErrors, validate45.errors);
      errors = vErrors.length;
    }
    validate44.errors = vErrors;
    return errors === 0;
  }

  // compiled:compiled:records
  var compiled_records_exports = {};
  __export(compiled_records_exports, {
    bulkCreateUsers: () => bulkCreateUsers2,
    bulkTrackEvents: () => bulkTrackEvents2,
    bulkUpsertUsers: () => bulkUpsertUsers2
  });
  var bulkUpsertUsers2 = validate202;
  var func12 = require_ucs2length().default;
  var pattern42 = new RegExp("^[^@]{65}", "u");
  var pattern52 = new RegExp("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$", "u");
  var formats02 = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
  function validate222(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.external_user_id === void 0 && (missing0 = "external_user_id")) {
          validate222.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.external_user_id !== void 0) {
            let data0 = data.external_user_id;
            const _errs1 = errors;
            if (errors === _errs1) {
              if (typeof data0 === "string") {
                if (func12(data0) < 1) {
                  validate222.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate222.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs1 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.email !== void 0) {
              let data1 = data.email;
              const _errs3 = errors;
              const _errs4 = errors;
              const _errs6 = errors;
              const _errs7 = errors;
              if (errors === _errs7) {
                if (typeof data1 === "string") {
                  if (!pattern42.test(data1)) {
                    const err0 = {};
                    if (vErrors === null) {
                      vErrors = [err0];
                    } else {
                      vErrors.push(err0);
                    }
                    errors++;
                  }
                } else {
                  const err1 = {};
                  if (vErrors === null) {
                    vErrors = [err1];
                  } else {
                    vErrors.push(err1);
                  }
                  errors++;
                }
              }
              var valid2 = _errs7 === errors;
              if (valid2) {
                validate222.errors = [{ instancePath: instancePath + "/email", keyword: "not", params: {} }];
                return false;
              } else {
                errors = _errs6;
                if (vErrors !== null) {
                  if (_errs6) {
                    vErrors.length = _errs6;
                  } else {
                    vErrors = null;
                  }
                }
              }
              if (errors === _errs4) {
                if (errors === _errs4) {
                  if (typeof data1 === "string") {
                    if (func12(data1) > 254) {
                      validate222.errors = [{ instancePath: instancePath + "/email", keyword: "maxLength", params: { limit: 254 } }];
                      return false;
                    } else {
                      if (!pattern52.test(data1)) {
                        validate222.errors = [{ instancePath: instancePath + "/email", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$" } }];
                        return false;
                      } else {
                        if (!formats02.test(data1)) {
                          validate222.errors = [{ instancePath: instancePath + "/email", keyword: "format", params: { format: "email" } }];
                          return false;
                        }
                      }
                    }
                  } else {
                    validate222.errors = [{ instancePath: instancePath + "/email", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.traits !== void 0) {
                let data2 = data.traits;
                const _errs9 = errors;
                const _errs10 = errors;
                if (errors === _errs10) {
                  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                  } else {
                    validate222.errors = [{ instancePath: instancePath + "/traits", keyword: "type", params: { type: "object" } }];
                    return false;
                  }
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      } else {
        validate222.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate222.errors = vErrors;
    return errors === 0;
  }
  function validate202(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate222(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate222.errors : append(vErrors, validate222.errors);
      errors = vErrors.length;
    }
    validate202.errors = vErrors;
    return errors === 0;
  }
  var bulkTrackEvents2 = validate242;
  var formats22 = (init_compiled_formats(), __toCommonJS(compiled_formats_exports))["date-time"];
  function validate252(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.external_user_id === void 0 && (missing0 = "external_user_id") || data.name === void 0 && (missing0 = "name")) {
          validate252.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.external_user_id !== void 0) {
            let data0 = data.external_user_id;
            const _errs1 = errors;
            if (errors === _errs1) {
              if (typeof data0 === "string") {
                if (func12(data0) < 1) {
                  validate252.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate252.errors = [{ instancePath: instancePath + "/external_user_id", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs1 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.name !== void 0) {
              let data1 = data.name;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (func12(data1) < 1) {
                    validate252.errors = [{ instancePath: instancePath + "/name", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate252.errors = [{ instancePath: instancePath + "/name", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.properties !== void 0) {
                let data2 = data.properties;
                const _errs5 = errors;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                  } else {
                    validate252.errors = [{ instancePath: instancePath + "/properties", keyword: "type", params: { type: "object" } }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.timestamp !== void 0) {
                  let data3 = data.timestamp;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (errors === _errs9) {
                      if (typeof data3 === "string") {
                        if (!formats22(data3)) {
                          validate252.errors = [{ instancePath: instancePath + "/timestamp", keyword: "format", params: { format: "date-time" } }];
                          return false;
                        }
                      } else {
                        validate252.errors = [{ instancePath: instancePath + "/timestamp", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      } else {
        validate252.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate252.errors = vErrors;
    return errors === 0;
  }
  function validate242(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate252(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate252.errors : append(vErrors, validate252.errors);
      errors = vErrors.length;
    }
    validate242.errors = vErrors;
    return errors === 0;
  }
  var bulkCreateUsers2 = validate27;
  var pattern82 = new RegExp("^\\+?[1-9][0-9]{6,14}$", "u");
  var formats6 = (init_compiled_formats(), __toCommonJS(compiled_formats_exports)).date;
  function validate292(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.userId !== void 0) {
          let data0 = data.userId;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func12(data0) < 1) {
                validate292.errors = [{ instancePath: instancePath + "/userId", keyword: "minLength", params: { limit: 1 } }];
                return false;
              }
            } else {
              validate292.errors = [{ instancePath: instancePath + "/userId", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.firstName !== void 0) {
            const _errs4 = errors;
            if (typeof data.firstName !== "string") {
              validate292.errors = [{ instancePath: instancePath + "/firstName", keyword: "type", params: { type: "string" } }];
              return false;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.lastName !== void 0) {
              const _errs6 = errors;
              if (typeof data.lastName !== "string") {
                validate292.errors = [{ instancePath: instancePath + "/lastName", keyword: "type", params: { type: "string" } }];
                return false;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.gender !== void 0) {
                const _errs8 = errors;
                if (typeof data.gender !== "string") {
                  validate292.errors = [{ instancePath: instancePath + "/gender", keyword: "type", params: { type: "string" } }];
                  return false;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.country !== void 0) {
                  const _errs10 = errors;
                  if (typeof data.country !== "string") {
                    validate292.errors = [{ instancePath: instancePath + "/country", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.city !== void 0) {
                    const _errs12 = errors;
                    if (typeof data.city !== "string") {
                      validate292.errors = [{ instancePath: instancePath + "/city", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.language !== void 0) {
                      const _errs14 = errors;
                      if (typeof data.language !== "string") {
                        validate292.errors = [{ instancePath: instancePath + "/language", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.email !== void 0) {
                        let data7 = data.email;
                        const _errs16 = errors;
                        const _errs17 = errors;
                        const _errs19 = errors;
                        const _errs20 = errors;
                        if (errors === _errs20) {
                          if (typeof data7 === "string") {
                            if (!pattern42.test(data7)) {
                              const err0 = {};
                              if (vErrors === null) {
                                vErrors = [err0];
                              } else {
                                vErrors.push(err0);
                              }
                              errors++;
                            }
                          } else {
                            const err1 = {};
                            if (vErrors === null) {
                              vErrors = [err1];
                            } else {
                              vErrors.push(err1);
                            }
                            errors++;
                          }
                        }
                        var valid2 = _errs20 === errors;
                        if (valid2) {
                          validate292.errors = [{ instancePath: instancePath + "/email", keyword: "not", params: {} }];
                          return false;
                        } else {
                          errors = _errs19;
                          if (vErrors !== null) {
                            if (_errs19) {
                              vErrors.length = _errs19;
                            } else {
                              vErrors = null;
                            }
                          }
                        }
                        if (errors === _errs17) {
                          if (errors === _errs17) {
                            if (typeof data7 === "string") {
                              if (func12(data7) > 254) {
                                validate292.errors = [{ instancePath: instancePath + "/email", keyword: "maxLength", params: { limit: 254 } }];
                                return false;
                              } else {
                                if (!pattern52.test(data7)) {
                                  validate292.errors = [{ instancePath: instancePath + "/email", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$" } }];
                                  return false;
                                } else {
                                  if (!formats02.test(data7)) {
                                    validate292.errors = [{ instancePath: instancePath + "/email", keyword: "format", params: { format: "email" } }];
                                    return false;
                                  }
                                }
                              }
                            } else {
                              validate292.errors = [{ instancePath: instancePath + "/email", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                        }
                        var valid0 = _errs16 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.phone !== void 0) {
                          let data8 = data.phone;
                          const _errs22 = errors;
                          if (errors === _errs22) {
                            if (typeof data8 === "string") {
                              if (!pattern82.test(data8)) {
                                validate292.errors = [{ instancePath: instancePath + "/phone", keyword: "pattern", params: { pattern: "^\\+?[1-9][0-9]{6,14}$" } }];
                                return false;
                              }
                            } else {
                              validate292.errors = [{ instancePath: instancePath + "/phone", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                          var valid0 = _errs22 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.lastChannel !== void 0) {
                            const _errs24 = errors;
                            if (typeof data.lastChannel !== "string") {
                              validate292.errors = [{ instancePath: instancePath + "/lastChannel", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                            var valid0 = _errs24 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.dob !== void 0) {
                              let data10 = data.dob;
                              const _errs26 = errors;
                              if (errors === _errs26) {
                                if (errors === _errs26) {
                                  if (typeof data10 === "string") {
                                    if (!formats6(data10)) {
                                      validate292.errors = [{ instancePath: instancePath + "/dob", keyword: "format", params: { format: "date" } }];
                                      return false;
                                    }
                                  } else {
                                    validate292.errors = [{ instancePath: instancePath + "/dob", keyword: "type", params: { type: "string" } }];
                                    return false;
                                  }
                                }
                              }
                              var valid0 = _errs26 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.emailOptin !== void 0) {
                                const _errs28 = errors;
                                if (typeof data.emailOptin !== "boolean") {
                                  validate292.errors = [{ instancePath: instancePath + "/emailOptin", keyword: "type", params: { type: "boolean" } }];
                                  return false;
                                }
                                var valid0 = _errs28 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.emailOptIn !== void 0) {
                                  const _errs30 = errors;
                                  if (typeof data.emailOptIn !== "boolean") {
                                    validate292.errors = [{ instancePath: instancePath + "/emailOptIn", keyword: "type", params: { type: "boolean" } }];
                                    return false;
                                  }
                                  var valid0 = _errs30 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.smsOptin !== void 0) {
                                    const _errs32 = errors;
                                    if (typeof data.smsOptin !== "boolean") {
                                      validate292.errors = [{ instancePath: instancePath + "/smsOptin", keyword: "type", params: { type: "boolean" } }];
                                      return false;
                                    }
                                    var valid0 = _errs32 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.whatsAppOptin !== void 0) {
                                      const _errs34 = errors;
                                      if (typeof data.whatsAppOptin !== "boolean") {
                                        validate292.errors = [{ instancePath: instancePath + "/whatsAppOptin", keyword: "type", params: { type: "boolean" } }];
                                        return false;
                                      }
                                      var valid0 = _errs34 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.tags !== void 0) {
                                        let data15 = data.tags;
                                        const _errs36 = errors;
                                        if (errors === _errs36) {
                                          if (Array.isArray(data15)) {
                                            var valid3 = true;
                                            const len0 = data15.length;
                                            for (let i0 = 0; i0 < len0; i0++) {
                                              const _errs38 = errors;
                                              if (typeof data15[i0] !== "string") {
                                                validate292.errors = [{ instancePath: instancePath + "/tags/" + i0, keyword: "type", params: { type: "string" } }];
                                                return false;
                                              }
                                              var valid3 = _errs38 === errors;
                                              if (!valid3) {
                                                break;
                                              }
                                            }
                                          } else {
                                            validate292.errors = [{ instancePath: instancePath + "/tags", keyword: "type", params: { type: "array" } }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs36 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.timezone !== void 0) {
                                          const _errs40 = errors;
                                          if (typeof data.timezone !== "string") {
                                            validate292.errors = [{ instancePath: instancePath + "/timezone", keyword: "type", params: { type: "string" } }];
                                            return false;
                                          }
                                          var valid0 = _errs40 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      } else {
        validate292.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate292.errors = vErrors;
    return errors === 0;
  }
  function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate292(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate292.errors : append(vErrors, validate292.errors);
      errors = vErrors.length;
    }
    validate27.errors = vErrors;
    return errors === 0;
  }

  // compiled:compiled:queries
  var compiled_queries_exports = {};
  __export(compiled_queries_exports, {
    addUser: () => addUser2,
    batchTrackEvents: () => batchTrackEvents2,
    bulkCreateUsers: () => bulkCreateUsers3,
    bulkTrackEvents: () => bulkTrackEvents3,
    bulkUpsertUsers: () => bulkUpsertUsers3,
    createEvent: () => createEvent2,
    deleteUser: () => deleteUser,
    getBulkCreation: () => getBulkCreation,
    getUser: () => getUser,
    listEvents: () => listEvents,
    listUsers: () => listUsers,
    trackEvent: () => trackEvent2,
    updateUser: () => updateUser2,
    upsertUser: () => upsertUser2
  });
  var upsertUser2 = validate203;
  function validate203(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate203.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate203.errors = vErrors;
    return errors === 0;
  }
  var bulkUpsertUsers3 = validate223;
  function validate223(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate223.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate223.errors = vErrors;
    return errors === 0;
  }
  var trackEvent2 = validate23;
  function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate23.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate23.errors = vErrors;
    return errors === 0;
  }
  var batchTrackEvents2 = validate243;
  function validate243(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate243.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate243.errors = vErrors;
    return errors === 0;
  }
  var bulkTrackEvents3 = validate253;
  function validate253(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate253.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate253.errors = vErrors;
    return errors === 0;
  }
  var bulkCreateUsers3 = validate262;
  var schema44 = { "type": "object", "required": ["bot"], "properties": { "bot": { "type": "string", "minLength": 1 }, "uponConflict": { "type": "string", "enum": ["UPDATE_EXISTING", "RETAIN_IMPORTED"] } } };
  var func13 = require_ucs2length().default;
  function validate262(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.bot === void 0 && (missing0 = "bot")) {
          validate262.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.bot !== void 0) {
            let data0 = data.bot;
            const _errs2 = errors;
            if (typeof data0 !== "string") {
              let dataType0 = typeof data0;
              let coerced0 = void 0;
              if (dataType0 == "object" && Array.isArray(data0) && data0.length == 1) {
                data0 = data0[0];
                dataType0 = typeof data0;
                if (typeof data0 === "string") {
                  coerced0 = data0;
                }
              }
              if (!(coerced0 !== void 0)) {
                if (dataType0 == "number" || dataType0 == "boolean") {
                  coerced0 = "" + data0;
                } else if (data0 === null) {
                  coerced0 = "";
                } else {
                  validate262.errors = [{ instancePath: instancePath + "/bot", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              if (coerced0 !== void 0) {
                data0 = coerced0;
                if (data !== void 0) {
                  data["bot"] = coerced0;
                }
              }
            }
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func13(data0) < 1) {
                  validate262.errors = [{ instancePath: instancePath + "/bot", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.uponConflict !== void 0) {
              let data1 = data.uponConflict;
              const _errs4 = errors;
              if (typeof data1 !== "string") {
                let dataType1 = typeof data1;
                let coerced1 = void 0;
                if (dataType1 == "object" && Array.isArray(data1) && data1.length == 1) {
                  data1 = data1[0];
                  dataType1 = typeof data1;
                  if (typeof data1 === "string") {
                    coerced1 = data1;
                  }
                }
                if (!(coerced1 !== void 0)) {
                  if (dataType1 == "number" || dataType1 == "boolean") {
                    coerced1 = "" + data1;
                  } else if (data1 === null) {
                    coerced1 = "";
                  } else {
                    validate262.errors = [{ instancePath: instancePath + "/uponConflict", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                if (coerced1 !== void 0) {
                  data1 = coerced1;
                  if (data !== void 0) {
                    data["uponConflict"] = coerced1;
                  }
                }
              }
              if (!(data1 === "UPDATE_EXISTING" || data1 === "RETAIN_IMPORTED")) {
                validate262.errors = [{ instancePath: instancePath + "/uponConflict", keyword: "enum", params: { allowedValues: schema44.properties.uponConflict.enum } }];
                return false;
              }
              var valid1 = _errs4 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      } else {
        validate262.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate262.errors = vErrors;
    return errors === 0;
  }
  var getBulkCreation = validate282;
  function validate282(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.bot === void 0 && (missing0 = "bot") || data.id === void 0 && (missing0 = "id")) {
          validate282.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.bot !== void 0) {
            let data0 = data.bot;
            const _errs2 = errors;
            if (typeof data0 !== "string") {
              let dataType0 = typeof data0;
              let coerced0 = void 0;
              if (dataType0 == "object" && Array.isArray(data0) && data0.length == 1) {
                data0 = data0[0];
                dataType0 = typeof data0;
                if (typeof data0 === "string") {
                  coerced0 = data0;
                }
              }
              if (!(coerced0 !== void 0)) {
                if (dataType0 == "number" || dataType0 == "boolean") {
                  coerced0 = "" + data0;
                } else if (data0 === null) {
                  coerced0 = "";
                } else {
                  validate282.errors = [{ instancePath: instancePath + "/bot", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              if (coerced0 !== void 0) {
                data0 = coerced0;
                if (data !== void 0) {
                  data["bot"] = coerced0;
                }
              }
            }
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func13(data0) < 1) {
                  validate282.errors = [{ instancePath: instancePath + "/bot", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.id !== void 0) {
              let data1 = data.id;
              const _errs4 = errors;
              if (typeof data1 !== "string") {
                let dataType1 = typeof data1;
                let coerced1 = void 0;
                if (dataType1 == "object" && Array.isArray(data1) && data1.length == 1) {
                  data1 = data1[0];
                  dataType1 = typeof data1;
                  if (typeof data1 === "string") {
                    coerced1 = data1;
                  }
                }
                if (!(coerced1 !== void 0)) {
                  if (dataType1 == "number" || dataType1 == "boolean") {
                    coerced1 = "" + data1;
                  } else if (data1 === null) {
                    coerced1 = "";
                  } else {
                    validate282.errors = [{ instancePath: instancePath + "/id", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                if (coerced1 !== void 0) {
                  data1 = coerced1;
                  if (data !== void 0) {
                    data["id"] = coerced1;
                  }
                }
              }
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func13(data1) < 1) {
                    validate282.errors = [{ instancePath: instancePath + "/id", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              }
              var valid1 = _errs4 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      } else {
        validate282.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate282.errors = vErrors;
    return errors === 0;
  }
  var addUser2 = validate293;
  function validate293(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.bot === void 0 && (missing0 = "bot")) {
          validate293.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.bot !== void 0) {
            let data0 = data.bot;
            const _errs2 = errors;
            if (typeof data0 !== "string") {
              let dataType0 = typeof data0;
              let coerced0 = void 0;
              if (dataType0 == "object" && Array.isArray(data0) && data0.length == 1) {
                data0 = data0[0];
                dataType0 = typeof data0;
                if (typeof data0 === "string") {
                  coerced0 = data0;
                }
              }
              if (!(coerced0 !== void 0)) {
                if (dataType0 == "number" || dataType0 == "boolean") {
                  coerced0 = "" + data0;
                } else if (data0 === null) {
                  coerced0 = "";
                } else {
                  validate293.errors = [{ instancePath: instancePath + "/bot", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              if (coerced0 !== void 0) {
                data0 = coerced0;
                if (data !== void 0) {
                  data["bot"] = coerced0;
                }
              }
            }
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func13(data0) < 1) {
                  validate293.errors = [{ instancePath: instancePath + "/bot", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            }
          }
        }
      } else {
        validate293.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate293.errors = vErrors;
    return errors === 0;
  }
  var listUsers = validate302;
  function validate302(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.offset === void 0) {
          data.offset = 0;
        }
        if (data.limit === void 0) {
          data.limit = 100;
        }
        let missing0;
        if (data.bot === void 0 && (missing0 = "bot")) {
          validate302.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.bot !== void 0) {
            let data0 = data.bot;
            const _errs2 = errors;
            if (typeof data0 !== "string") {
              let dataType0 = typeof data0;
              let coerced0 = void 0;
              if (dataType0 == "object" && Array.isArray(data0) && data0.length == 1) {
                data0 = data0[0];
                dataType0 = typeof data0;
                if (typeof data0 === "string") {
                  coerced0 = data0;
                }
              }
              if (!(coerced0 !== void 0)) {
                if (dataType0 == "number" || dataType0 == "boolean") {
                  coerced0 = "" + data0;
                } else if (data0 === null) {
                  coerced0 = "";
                } else {
                  validate302.errors = [{ instancePath: instancePath + "/bot", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              if (coerced0 !== void 0) {
                data0 = coerced0;
                if (data !== void 0) {
                  data["bot"] = coerced0;
                }
              }
            }
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func13(data0) < 1) {
                  validate302.errors = [{ instancePath: instancePath + "/bot", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            let data1 = data.offset;
            const _errs4 = errors;
            if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
              let dataType1 = typeof data1;
              let coerced1 = void 0;
              if (dataType1 == "object" && Array.isArray(data1) && data1.length == 1) {
                data1 = data1[0];
                dataType1 = typeof data1;
                if (typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1)) {
                  coerced1 = data1;
                }
              }
              if (!(coerced1 !== void 0)) {
                if (dataType1 === "boolean" || data1 === null || dataType1 === "string" && data1 && data1 == +data1 && !(data1 % 1)) {
                  coerced1 = +data1;
                } else {
                  validate302.errors = [{ instancePath: instancePath + "/offset", keyword: "type", params: { type: "integer" } }];
                  return false;
                }
              }
              if (coerced1 !== void 0) {
                data1 = coerced1;
                if (data !== void 0) {
                  data["offset"] = coerced1;
                }
              }
            }
            if (errors === _errs4) {
              if (typeof data1 == "number" && isFinite(data1)) {
                if (data1 < 0 || isNaN(data1)) {
                  validate302.errors = [{ instancePath: instancePath + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                  return false;
                }
              }
            }
            var valid1 = _errs4 === errors;
            if (valid1) {
              let data2 = data.limit;
              const _errs6 = errors;
              if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                let dataType2 = typeof data2;
                let coerced2 = void 0;
                if (dataType2 == "object" && Array.isArray(data2) && data2.length == 1) {
                  data2 = data2[0];
                  dataType2 = typeof data2;
                  if (typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2)) {
                    coerced2 = data2;
                  }
                }
                if (!(coerced2 !== void 0)) {
                  if (dataType2 === "boolean" || data2 === null || dataType2 === "string" && data2 && data2 == +data2 && !(data2 % 1)) {
                    coerced2 = +data2;
                  } else {
                    validate302.errors = [{ instancePath: instancePath + "/limit", keyword: "type", params: { type: "integer" } }];
                    return false;
                  }
                }
                if (coerced2 !== void 0) {
                  data2 = coerced2;
                  if (data !== void 0) {
                    data["limit"] = coerced2;
                  }
                }
              }
              if (errors === _errs6) {
                if (typeof data2 == "number" && isFinite(data2)) {
                  if (data2 < 1 || isNaN(data2)) {
                    validate302.errors = [{ instancePath: instancePath + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                    return false;
                  }
                }
              }
              var valid1 = _errs6 === errors;
              if (valid1) {
                if (data.properties !== void 0) {
                  let data3 = data.properties;
                  const _errs8 = errors;
                  if (!Array.isArray(data3)) {
                    let dataType3 = typeof data3;
                    let coerced3 = void 0;
                    if (dataType3 == "object" && Array.isArray(data3) && data3.length == 1) {
                      data3 = data3[0];
                      dataType3 = typeof data3;
                      if (Array.isArray(data3)) {
                        coerced3 = data3;
                      }
                    }
                    if (!(coerced3 !== void 0)) {
                      if (dataType3 === "string" || dataType3 === "number" || dataType3 === "boolean" || data3 === null) {
                        coerced3 = [data3];
                      } else {
                        validate302.errors = [{ instancePath: instancePath + "/properties", keyword: "type", params: { type: "array" } }];
                        return false;
                      }
                    }
                    if (coerced3 !== void 0) {
                      data3 = coerced3;
                      if (data !== void 0) {
                        data["properties"] = coerced3;
                      }
                    }
                  }
                  if (errors === _errs8) {
                    if (Array.isArray(data3)) {
                      var valid2 = true;
                      const len0 = data3.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        let data4 = data3[i0];
                        const _errs10 = errors;
                        if (typeof data4 !== "string") {
                          let dataType4 = typeof data4;
                          let coerced4 = void 0;
                          if (dataType4 == "object" && Array.isArray(data4) && data4.length == 1) {
                            data4 = data4[0];
                            dataType4 = typeof data4;
                            if (typeof data4 === "string") {
                              coerced4 = data4;
                            }
                          }
                          if (!(coerced4 !== void 0)) {
                            if (dataType4 == "number" || dataType4 == "boolean") {
                              coerced4 = "" + data4;
                            } else if (data4 === null) {
                              coerced4 = "";
                            } else {
                              validate302.errors = [{ instancePath: instancePath + "/properties/" + i0, keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                          if (coerced4 !== void 0) {
                            data4 = coerced4;
                            if (data3 !== void 0) {
                              data3[i0] = coerced4;
                            }
                          }
                        }
                        var valid2 = _errs10 === errors;
                        if (!valid2) {
                          break;
                        }
                      }
                    }
                  }
                  var valid1 = _errs8 === errors;
                } else {
                  var valid1 = true;
                }
              }
            }
          }
        }
      } else {
        validate302.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate302.errors = vErrors;
    return errors === 0;
  }
  var getUser = validate31;
  var schema52 = { "type": "object", "required": ["bot"], "properties": { "bot": { "type": "string", "minLength": 1 }, "properties": { "type": "array", "items": { "type": "string" } }, "allProperties": { "anyOf": [{ "type": "boolean" }, { "title": "names", "type": "string" }] }, "userId": { "type": "string", "enum": ["yes", "no", "true", "false"] } } };
  function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.bot === void 0 && (missing0 = "bot")) {
          validate31.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.bot !== void 0) {
            let data0 = data.bot;
            const _errs2 = errors;
            if (typeof data0 !== "string") {
              let dataType0 = typeof data0;
              let coerced0 = void 0;
              if (dataType0 == "object" && Array.isArray(data0) && data0.length == 1) {
                data0 = data0[0];
                dataType0 = typeof data0;
                if (typeof data0 === "string") {
                  coerced0 = data0;
                }
              }
              if (!(coerced0 !== void 0)) {
                if (dataType0 == "number" || dataType0 == "boolean") {
                  coerced0 = "" + data0;
                } else if (data0 === null) {
                  coerced0 = "";
                } else {
                  validate31.errors = [{ instancePath: instancePath + "/bot", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              if (coerced0 !== void 0) {
                data0 = coerced0;
                if (data !== void 0) {
                  data["bot"] = coerced0;
                }
              }
            }
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func13(data0) < 1) {
                  validate31.errors = [{ instancePath: instancePath + "/bot", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.properties !== void 0) {
              let data1 = data.properties;
              const _errs4 = errors;
              if (!Array.isArray(data1)) {
                let dataType1 = typeof data1;
                let coerced1 = void 0;
                if (dataType1 == "object" && Array.isArray(data1) && data1.length == 1) {
                  data1 = data1[0];
                  dataType1 = typeof data1;
                  if (Array.isArray(data1)) {
                    coerced1 = data1;
                  }
                }
                if (!(coerced1 !== void 0)) {
                  if (dataType1 === "string" || dataType1 === "number" || dataType1 === "boolean" || data1 === null) {
                    coerced1 = [data1];
                  } else {
                    validate31.errors = [{ instancePath: instancePath + "/properties", keyword: "type", params: { type: "array" } }];
                    return false;
                  }
                }
                if (coerced1 !== void 0) {
                  data1 = coerced1;
                  if (data !== void 0) {
                    data["properties"] = coerced1;
                  }
                }
              }
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  var valid2 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data2 = data1[i0];
                    const _errs6 = errors;
                    if (typeof data2 !== "string") {
                      let dataType2 = typeof data2;
                      let coerced2 = void 0;
                      if (dataType2 == "object" && Array.isArray(data2) && data2.length == 1) {
                        data2 = data2[0];
                        dataType2 = typeof data2;
                        if (typeof data2 === "string") {
                          coerced2 = data2;
                        }
                      }
                      if (!(coerced2 !== void 0)) {
                        if (dataType2 == "number" || dataType2 == "boolean") {
                          coerced2 = "" + data2;
                        } else if (data2 === null) {
                          coerced2 = "";
                        } else {
                          validate31.errors = [{ instancePath: instancePath + "/properties/" + i0, keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      if (coerced2 !== void 0) {
                        data2 = coerced2;
                        if (data1 !== void 0) {
                          data1[i0] = coerced2;
                        }
                      }
                    }
                    var valid2 = _errs6 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                }
              }
              var valid1 = _errs4 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.allProperties !== void 0) {
                let data3 = data.allProperties;
                const _errs8 = errors;
                const _errs9 = errors;
                let valid3 = false;
                const _errs10 = errors;
                if (typeof data3 !== "boolean") {
                  let dataType3 = typeof data3;
                  let coerced3 = void 0;
                  if (dataType3 == "object" && Array.isArray(data3) && data3.length == 1) {
                    data3 = data3[0];
                    dataType3 = typeof data3;
                    if (typeof data3 === "boolean") {
                      coerced3 = data3;
                    }
                  }
                  if (!(coerced3 !== void 0)) {
                    if (data3 === "false" || data3 === 0 || data3 === null) {
                      coerced3 = false;
                    } else if (data3 === "true" || data3 === 1) {
                      coerced3 = true;
                    } else {
                      const err0 = { instancePath: instancePath + "/allProperties", keyword: "type", params: { type: "boolean" } };
                      if (vErrors === null) {
                        vErrors = [err0];
                      } else {
                        vErrors.push(err0);
                      }
                      errors++;
                    }
                  }
                  if (coerced3 !== void 0) {
                    data3 = coerced3;
                    if (data !== void 0) {
                      data["allProperties"] = coerced3;
                    }
                  }
                }
                var _valid0 = _errs10 === errors;
                valid3 = valid3 || _valid0;
                if (!valid3) {
                  const _errs12 = errors;
                  if (typeof data3 !== "string") {
                    let dataType4 = typeof data3;
                    let coerced4 = void 0;
                    if (dataType4 == "object" && Array.isArray(data3) && data3.length == 1) {
                      data3 = data3[0];
                      dataType4 = typeof data3;
                      if (typeof data3 === "string") {
                        coerced4 = data3;
                      }
                    }
                    if (!(coerced4 !== void 0)) {
                      if (dataType4 == "number" || dataType4 == "boolean") {
                        coerced4 = "" + data3;
                      } else if (data3 === null) {
                        coerced4 = "";
                      } else {
                        const err1 = { instancePath: instancePath + "/allProperties", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err1];
                        } else {
                          vErrors.push(err1);
                        }
                        errors++;
                      }
                    }
                    if (coerced4 !== void 0) {
                      data3 = coerced4;
                      if (data !== void 0) {
                        data["allProperties"] = coerced4;
                      }
                    }
                  }
                  var _valid0 = _errs12 === errors;
                  valid3 = valid3 || _valid0;
                }
                if (!valid3) {
                  const err2 = { instancePath: instancePath + "/allProperties", keyword: "anyOf", params: {} };
                  if (vErrors === null) {
                    vErrors = [err2];
                  } else {
                    vErrors.push(err2);
                  }
                  errors++;
                  validate31.errors = vErrors;
                  return false;
                } else {
                  errors = _errs9;
                  if (vErrors !== null) {
                    if (_errs9) {
                      vErrors.length = _errs9;
                    } else {
                      vErrors = null;
                    }
                  }
                }
                var valid1 = _errs8 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.userId !== void 0) {
                  let data4 = data.userId;
                  const _errs14 = errors;
                  if (typeof data4 !== "string") {
                    let dataType5 = typeof data4;
                    let coerced5 = void 0;
                    if (dataType5 == "object" && Array.isArray(data4) && data4.length == 1) {
                      data4 = data4[0];
                      dataType5 = typeof data4;
                      if (typeof data4 === "string") {
                        coerced5 = data4;
                      }
                    }
                    if (!(coerced5 !== void 0)) {
                      if (dataType5 == "number" || dataType5 == "boolean") {
                        coerced5 = "" + data4;
                      } else if (data4 === null) {
                        coerced5 = "";
                      } else {
                        validate31.errors = [{ instancePath: instancePath + "/userId", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                    if (coerced5 !== void 0) {
                      data4 = coerced5;
                      if (data !== void 0) {
                        data["userId"] = coerced5;
                      }
                    }
                  }
                  if (!(data4 === "yes" || data4 === "no" || data4 === "true" || data4 === "false")) {
                    validate31.errors = [{ instancePath: instancePath + "/userId", keyword: "enum", params: { allowedValues: schema52.properties.userId.enum } }];
                    return false;
                  }
                  var valid1 = _errs14 === errors;
                } else {
                  var valid1 = true;
                }
              }
            }
          }
        }
      } else {
        validate31.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate31.errors = vErrors;
    return errors === 0;
  }
  var updateUser2 = validate32;
  function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.bot === void 0 && (missing0 = "bot")) {
          validate32.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.bot !== void 0) {
            let data0 = data.bot;
            const _errs2 = errors;
            if (typeof data0 !== "string") {
              let dataType0 = typeof data0;
              let coerced0 = void 0;
              if (dataType0 == "object" && Array.isArray(data0) && data0.length == 1) {
                data0 = data0[0];
                dataType0 = typeof data0;
                if (typeof data0 === "string") {
                  coerced0 = data0;
                }
              }
              if (!(coerced0 !== void 0)) {
                if (dataType0 == "number" || dataType0 == "boolean") {
                  coerced0 = "" + data0;
                } else if (data0 === null) {
                  coerced0 = "";
                } else {
                  validate32.errors = [{ instancePath: instancePath + "/bot", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              if (coerced0 !== void 0) {
                data0 = coerced0;
                if (data !== void 0) {
                  data["bot"] = coerced0;
                }
              }
            }
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func13(data0) < 1) {
                  validate32.errors = [{ instancePath: instancePath + "/bot", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            }
          }
        }
      } else {
        validate32.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate32.errors = vErrors;
    return errors === 0;
  }
  var deleteUser = validate332;
  function validate332(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.bot === void 0 && (missing0 = "bot")) {
          validate332.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.bot !== void 0) {
            let data0 = data.bot;
            const _errs2 = errors;
            if (typeof data0 !== "string") {
              let dataType0 = typeof data0;
              let coerced0 = void 0;
              if (dataType0 == "object" && Array.isArray(data0) && data0.length == 1) {
                data0 = data0[0];
                dataType0 = typeof data0;
                if (typeof data0 === "string") {
                  coerced0 = data0;
                }
              }
              if (!(coerced0 !== void 0)) {
                if (dataType0 == "number" || dataType0 == "boolean") {
                  coerced0 = "" + data0;
                } else if (data0 === null) {
                  coerced0 = "";
                } else {
                  validate332.errors = [{ instancePath: instancePath + "/bot", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              if (coerced0 !== void 0) {
                data0 = coerced0;
                if (data !== void 0) {
                  data["bot"] = coerced0;
                }
              }
            }
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func13(data0) < 1) {
                  validate332.errors = [{ instancePath: instancePath + "/bot", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            }
          }
        }
      } else {
        validate332.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate332.errors = vErrors;
    return errors === 0;
  }
  var createEvent2 = validate342;
  function validate342(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.bot === void 0 && (missing0 = "bot")) {
          validate342.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.bot !== void 0) {
            let data0 = data.bot;
            const _errs2 = errors;
            if (typeof data0 !== "string") {
              let dataType0 = typeof data0;
              let coerced0 = void 0;
              if (dataType0 == "object" && Array.isArray(data0) && data0.length == 1) {
                data0 = data0[0];
                dataType0 = typeof data0;
                if (typeof data0 === "string") {
                  coerced0 = data0;
                }
              }
              if (!(coerced0 !== void 0)) {
                if (dataType0 == "number" || dataType0 == "boolean") {
                  coerced0 = "" + data0;
                } else if (data0 === null) {
                  coerced0 = "";
                } else {
                  validate342.errors = [{ instancePath: instancePath + "/bot", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              if (coerced0 !== void 0) {
                data0 = coerced0;
                if (data !== void 0) {
                  data["bot"] = coerced0;
                }
              }
            }
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func13(data0) < 1) {
                  validate342.errors = [{ instancePath: instancePath + "/bot", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            }
          }
        }
      } else {
        validate342.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate342.errors = vErrors;
    return errors === 0;
  }
  var listEvents = validate35;
  var formats03 = (init_compiled_formats(), __toCommonJS(compiled_formats_exports))["date-time"];
  function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.limit === void 0) {
          data.limit = 100;
        }
        let missing0;
        if (data.bot === void 0 && (missing0 = "bot") || data.userId === void 0 && (missing0 = "userId")) {
          validate35.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 } }];
          return false;
        } else {
          if (data.bot !== void 0) {
            let data0 = data.bot;
            const _errs2 = errors;
            if (typeof data0 !== "string") {
              let dataType0 = typeof data0;
              let coerced0 = void 0;
              if (dataType0 == "object" && Array.isArray(data0) && data0.length == 1) {
                data0 = data0[0];
                dataType0 = typeof data0;
                if (typeof data0 === "string") {
                  coerced0 = data0;
                }
              }
              if (!(coerced0 !== void 0)) {
                if (dataType0 == "number" || dataType0 == "boolean") {
                  coerced0 = "" + data0;
                } else if (data0 === null) {
                  coerced0 = "";
                } else {
                  validate35.errors = [{ instancePath: instancePath + "/bot", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              if (coerced0 !== void 0) {
                data0 = coerced0;
                if (data !== void 0) {
                  data["bot"] = coerced0;
                }
              }
            }
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func13(data0) < 1) {
                  validate35.errors = [{ instancePath: instancePath + "/bot", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            }
            var valid1 = _errs2 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.userId !== void 0) {
              let data1 = data.userId;
              const _errs4 = errors;
              if (typeof data1 !== "string") {
                let dataType1 = typeof data1;
                let coerced1 = void 0;
                if (dataType1 == "object" && Array.isArray(data1) && data1.length == 1) {
                  data1 = data1[0];
                  dataType1 = typeof data1;
                  if (typeof data1 === "string") {
                    coerced1 = data1;
                  }
                }
                if (!(coerced1 !== void 0)) {
                  if (dataType1 == "number" || dataType1 == "boolean") {
                    coerced1 = "" + data1;
                  } else if (data1 === null) {
                    coerced1 = "";
                  } else {
                    validate35.errors = [{ instancePath: instancePath + "/userId", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                if (coerced1 !== void 0) {
                  data1 = coerced1;
                  if (data !== void 0) {
                    data["userId"] = coerced1;
                  }
                }
              }
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func13(data1) < 1) {
                    validate35.errors = [{ instancePath: instancePath + "/userId", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              }
              var valid1 = _errs4 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.eventName !== void 0) {
                let data2 = data.eventName;
                const _errs6 = errors;
                if (typeof data2 !== "string") {
                  let dataType2 = typeof data2;
                  let coerced2 = void 0;
                  if (dataType2 == "object" && Array.isArray(data2) && data2.length == 1) {
                    data2 = data2[0];
                    dataType2 = typeof data2;
                    if (typeof data2 === "string") {
                      coerced2 = data2;
                    }
                  }
                  if (!(coerced2 !== void 0)) {
                    if (dataType2 == "number" || dataType2 == "boolean") {
                      coerced2 = "" + data2;
                    } else if (data2 === null) {
                      coerced2 = "";
                    } else {
                      validate35.errors = [{ instancePath: instancePath + "/eventName", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  if (coerced2 !== void 0) {
                    data2 = coerced2;
                    if (data !== void 0) {
                      data["eventName"] = coerced2;
                    }
                  }
                }
                var valid1 = _errs6 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.offsetTimestamp !== void 0) {
                  let data3 = data.offsetTimestamp;
                  const _errs8 = errors;
                  const _errs9 = errors;
                  let valid2 = false;
                  const _errs10 = errors;
                  if (typeof data3 !== "string") {
                    let dataType3 = typeof data3;
                    let coerced3 = void 0;
                    if (dataType3 == "object" && Array.isArray(data3) && data3.length == 1) {
                      data3 = data3[0];
                      dataType3 = typeof data3;
                      if (typeof data3 === "string") {
                        coerced3 = data3;
                      }
                    }
                    if (!(coerced3 !== void 0)) {
                      if (dataType3 == "number" || dataType3 == "boolean") {
                        coerced3 = "" + data3;
                      } else if (data3 === null) {
                        coerced3 = "";
                      } else {
                        const err0 = { instancePath: instancePath + "/offsetTimestamp", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err0];
                        } else {
                          vErrors.push(err0);
                        }
                        errors++;
                      }
                    }
                    if (coerced3 !== void 0) {
                      data3 = coerced3;
                      if (data !== void 0) {
                        data["offsetTimestamp"] = coerced3;
                      }
                    }
                  }
                  if (errors === _errs10) {
                    if (errors === _errs10) {
                      if (typeof data3 === "string") {
                        if (!formats03(data3)) {
                          const err1 = { instancePath: instancePath + "/offsetTimestamp", keyword: "format", params: { format: "date-time" } };
                          if (vErrors === null) {
                            vErrors = [err1];
                          } else {
                            vErrors.push(err1);
                          }
                          errors++;
                        }
                      }
                    }
                  }
                  var _valid0 = _errs10 === errors;
                  valid2 = valid2 || _valid0;
                  if (!valid2) {
                    const _errs12 = errors;
                    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                      let dataType4 = typeof data3;
                      let coerced4 = void 0;
                      if (dataType4 == "object" && Array.isArray(data3) && data3.length == 1) {
                        data3 = data3[0];
                        dataType4 = typeof data3;
                        if (typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3)) {
                          coerced4 = data3;
                        }
                      }
                      if (!(coerced4 !== void 0)) {
                        if (dataType4 === "boolean" || data3 === null || dataType4 === "string" && data3 && data3 == +data3 && !(data3 % 1)) {
                          coerced4 = +data3;
                        } else {
                          const err2 = { instancePath: instancePath + "/offsetTimestamp", keyword: "type", params: { type: "integer" } };
                          if (vErrors === null) {
                            vErrors = [err2];
                          } else {
                            vErrors.push(err2);
                          }
                          errors++;
                        }
                      }
                      if (coerced4 !== void 0) {
                        data3 = coerced4;
                        if (data !== void 0) {
                          data["offsetTimestamp"] = coerced4;
                        }
                      }
                    }
                    if (errors === _errs12) {
                      if (typeof data3 == "number" && isFinite(data3)) {
                        if (data3 < 0 || isNaN(data3)) {
                          const err3 = { instancePath: instancePath + "/offsetTimestamp", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                          if (vErrors === null) {
                            vErrors = [err3];
                          } else {
                            vErrors.push(err3);
                          }
                          errors++;
                        }
                      }
                    }
                    var _valid0 = _errs12 === errors;
                    valid2 = valid2 || _valid0;
                  }
                  if (!valid2) {
                    const err4 = { instancePath: instancePath + "/offsetTimestamp", keyword: "anyOf", params: {} };
                    if (vErrors === null) {
                      vErrors = [err4];
                    } else {
                      vErrors.push(err4);
                    }
                    errors++;
                    validate35.errors = vErrors;
                    return false;
                  } else {
                    errors = _errs9;
                    if (vErrors !== null) {
                      if (_errs9) {
                        vErrors.length = _errs9;
                      } else {
                        vErrors = null;
                      }
                    }
                  }
                  var valid1 = _errs8 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  let data4 = data.limit;
                  const _errs14 = errors;
                  if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                    let dataType5 = typeof data4;
                    let coerced5 = void 0;
                    if (dataType5 == "object" && Array.isArray(data4) && data4.length == 1) {
                      data4 = data4[0];
                      dataType5 = typeof data4;
                      if (typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4)) {
                        coerced5 = data4;
                      }
                    }
                    if (!(coerced5 !== void 0)) {
                      if (dataType5 === "boolean" || data4 === null || dataType5 === "string" && data4 && data4 == +data4 && !(data4 % 1)) {
                        coerced5 = +data4;
                      } else {
                        validate35.errors = [{ instancePath: instancePath + "/limit", keyword: "type", params: { type: "integer" } }];
                        return false;
                      }
                    }
                    if (coerced5 !== void 0) {
                      data4 = coerced5;
                      if (data !== void 0) {
                        data["limit"] = coerced5;
                      }
                    }
                  }
                  if (errors === _errs14) {
                    if (typeof data4 == "number" && isFinite(data4)) {
                      if (data4 < 1 || isNaN(data4)) {
                        validate35.errors = [{ instancePath: instancePath + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                        return false;
                      }
                    }
                  }
                  var valid1 = _errs14 === errors;
                }
              }
            }
          }
        }
      } else {
        validate35.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate35.errors = vErrors;
    return errors === 0;
  }

  // compiled:compiled:headers
  var compiled_headers_exports = {};
  __export(compiled_headers_exports, {
    addUser: () => addUser3,
    batchTrackEvents: () => batchTrackEvents3,
    bulkCreateUsers: () => bulkCreateUsers4,
    bulkTrackEvents: () => bulkTrackEvents4,
    bulkUpsertUsers: () => bulkUpsertUsers4,
    createEvent: () => createEvent3,
    deleteUser: () => deleteUser2,
    getBulkCreation: () => getBulkCreation2,
    getUser: () => getUser2,
    listEvents: () => listEvents2,
    listUsers: () => listUsers2,
    trackEvent: () => trackEvent3,
    updateUser: () => updateUser3,
    upsertUser: () => upsertUser3
  });
  var upsertUser3 = validate204;
  var pattern43 = new RegExp("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$", "u");
  function validate224(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data["idempotency-key"] !== void 0) {
          let data0 = data["idempotency-key"];
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (!pattern43.test(data0)) {
                validate224.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$" } }];
                return false;
              }
            } else {
              validate224.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
        }
      } else {
        validate224.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate224.errors = vErrors;
    return errors === 0;
  }
  function validate204(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate224(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate224.errors : append(vErrors, validate224.errors);
      errors = vErrors.length;
    }
    validate204.errors = vErrors;
    return errors === 0;
  }
  var bulkUpsertUsers4 = validate244;
  function validate254(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data["idempotency-key"] !== void 0) {
          let data0 = data["idempotency-key"];
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (!pattern43.test(data0)) {
                validate254.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$" } }];
                return false;
              }
            } else {
              validate254.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
        }
      } else {
        validate254.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate254.errors = vErrors;
    return errors === 0;
  }
  function validate244(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate254(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate254.errors : append(vErrors, validate254.errors);
      errors = vErrors.length;
    }
    validate244.errors = vErrors;
    return errors === 0;
  }
  var trackEvent3 = validate272;
  function validate283(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data["idempotency-key"] !== void 0) {
          let data0 = data["idempotency-key"];
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (!pattern43.test(data0)) {
                validate283.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$" } }];
                return false;
              }
            } else {
              validate283.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
        }
      } else {
        validate283.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate283.errors = vErrors;
    return errors === 0;
  }
  function validate272(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate283(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate283.errors : append(vErrors, validate283.errors);
      errors = vErrors.length;
    }
    validate272.errors = vErrors;
    return errors === 0;
  }
  var batchTrackEvents3 = validate303;
  function validate312(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data["idempotency-key"] !== void 0) {
          let data0 = data["idempotency-key"];
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (!pattern43.test(data0)) {
                validate312.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$" } }];
                return false;
              }
            } else {
              validate312.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
        }
      } else {
        validate312.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate312.errors = vErrors;
    return errors === 0;
  }
  function validate303(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate312(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate312.errors : append(vErrors, validate312.errors);
      errors = vErrors.length;
    }
    validate303.errors = vErrors;
    return errors === 0;
  }
  var bulkTrackEvents4 = validate333;
  function validate343(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data["idempotency-key"] !== void 0) {
          let data0 = data["idempotency-key"];
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (!pattern43.test(data0)) {
                validate343.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$" } }];
                return false;
              }
            } else {
              validate343.errors = [{ instancePath: instancePath + "/idempotency-key", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
        }
      } else {
        validate343.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate343.errors = vErrors;
    return errors === 0;
  }
  function validate333(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate343(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate343.errors : append(vErrors, validate343.errors);
      errors = vErrors.length;
    }
    validate333.errors = vErrors;
    return errors === 0;
  }
  var bulkCreateUsers4 = validate362;
  function validate362(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate362.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate362.errors = vErrors;
    return errors === 0;
  }
  var getBulkCreation2 = validate382;
  function validate382(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate382.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate382.errors = vErrors;
    return errors === 0;
  }
  var addUser3 = validate39;
  function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate39.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate39.errors = vErrors;
    return errors === 0;
  }
  var listUsers2 = validate40;
  function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate40.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate40.errors = vErrors;
    return errors === 0;
  }
  var getUser2 = validate412;
  function validate412(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate412.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate412.errors = vErrors;
    return errors === 0;
  }
  var updateUser3 = validate422;
  function validate422(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate422.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate422.errors = vErrors;
    return errors === 0;
  }
  var deleteUser2 = validate43;
  function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate43.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate43.errors = vErrors;
    return errors === 0;
  }
  var createEvent3 = validate442;
  function validate442(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate442.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate442.errors = vErrors;
    return errors === 0;
  }
  var listEvents2 = validate452;
  function validate452(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if (errors === _errs0) {
      if (!(data && typeof data == "object" && !Array.isArray(data))) {
        validate452.errors = [{ instancePath, keyword: "type", params: { type: "object" } }];
        return false;
      }
    }
    validate452.errors = vErrors;
    return errors === 0;
  }

  // compiled:compiled:parts
  var compiled_parts_exports = {};
  __export(compiled_parts_exports, {
    clockChange: () => clockChange,
    eventFilter: () => eventFilter,
    faultRule: () => faultRule,
    idempotencyKey: () => idempotencyKey,
    journalFilter: () => journalFilter,
    options: () => options,
    recordFilter: () => recordFilter,
    storedUserFilter: () => storedUserFilter,
    vibeFollowKey: () => vibeFollowKey,
    wait: () => wait
  });
  var options = validate52;
  var schema21 = { "type": "object", "additionalProperties": false, "properties": { "seed": { "type": "integer", "minimum": 0, "maximum": 4294967295, "default": 1 }, "clock": { "type": "string", "enum": ["system", "manual"], "default": "system" }, "startTime": { "description": "Time at which a `manual` clock starts, ISO 8601 with a time zone.", "type": "string", "format": "date-time", "default": "2026-01-01T00:00:00.000Z" }, "bodyLimit": { "type": "integer", "minimum": 1, "default": 10485760 }, "adminBodyLimit": { "type": "integer", "minimum": 1, "default": 1073741824 }, "journalLimit": { "type": "integer", "minimum": 0, "default": 1e4 }, "ledgerLimit": { "type": "integer", "minimum": 0, "default": 1e6 }, "journalBodies": { "$ref": "#/components/schemas/BodiesKept", "default": false }, "faults": { "type": "array", "default": [], "items": { "$ref": "#/components/schemas/FaultRule" } }, "strict": { "type": "boolean", "default": false }, "rateLimitHeaders": { "type": "string", "enum": ["none", "ietf", "x-ratelimit"], "default": "none" }, "adminToken": { "description": "Token for the admin API. Requests over a network must have the header `Authorization: Bearer <token>`, and may then come from any machine. It consists of visible ASCII characters. Without this option, the admin API answers only requests from the same machine.", "x-secret": true, "x-form": "visible ASCII characters without blanks, since a header has to carry it", "type": "string", "minLength": 1, "pattern": "^[!-~]*$" }, "allowedHosts": { "type": "array", "default": [], "items": { "type": "string", "minLength": 1, "maxLength": 253, "pattern": "^([A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?|\\[[0-9A-Fa-f:.]+\\])?$", "x-form": "a host name such as mock or mock.test, without scheme, port and wildcard" } }, "cors": { "type": "array", "default": [], "items": { "type": "string", "minLength": 1, "pattern": "^(\\*|(?!http:.*:80$|https:.*:443$)[a-z][a-z0-9+.-]*://([a-z0-9_.-]+|\\[[0-9a-f:.]+\\])(:[0-9]+)?)?$", "x-form": "an origin in lower case such as http://localhost:5173, without a path, wildcard and default port, or *" } }, "vibefollow": { "$ref": "#/components/schemas/VibeFollowOptions", "default": {} }, "yellow": { "$ref": "#/components/schemas/YellowOptions", "default": {} } } };
  var func14 = Object.prototype.hasOwnProperty;
  var func2 = require_ucs2length().default;
  var formats04 = (init_compiled_formats(), __toCommonJS(compiled_formats_exports))["date-time"];
  var schema22 = { "description": "`true`, `false`, or a number of bytes from 1", "anyOf": [{ "type": "boolean" }, { "type": "integer", "minimum": 1 }] };
  function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    let valid0 = false;
    const _errs1 = errors;
    if (typeof data !== "boolean") {
      const err0 = { instancePath, keyword: "type", params: { type: "boolean" }, parentSchema: schema22.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    var _valid0 = _errs1 === errors;
    valid0 = valid0 || _valid0;
    if (!valid0) {
      const _errs3 = errors;
      if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
        const err1 = { instancePath, keyword: "type", params: { type: "integer" }, parentSchema: schema22.anyOf[1], data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (errors === _errs3) {
        if (typeof data == "number" && isFinite(data)) {
          if (data < 1 || isNaN(data)) {
            const err2 = { instancePath, keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema22.anyOf[1], data };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      }
      var _valid0 = _errs3 === errors;
      valid0 = valid0 || _valid0;
    }
    if (!valid0) {
      const err3 = { instancePath, keyword: "anyOf", params: {}, parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
      validate55.errors = vErrors;
      return false;
    } else {
      errors = _errs0;
      if (vErrors !== null) {
        if (_errs0) {
          vErrors.length = _errs0;
        } else {
          vErrors = null;
        }
      }
    }
    validate55.errors = vErrors;
    return errors === 0;
  }
  var schema23 = { "type": "object", "required": ["fault"], "additionalProperties": false, "properties": { "id": { "type": "string", "minLength": 1 }, "on": { "$ref": "#/components/schemas/FaultSelector" }, "fault": { "$ref": "#/components/schemas/Fault" }, "times": { "type": "integer", "minimum": 1 } } };
  var schema24 = { "type": "object", "additionalProperties": false, "properties": { "api": { "$ref": "#/components/schemas/ApiName" }, "operation": { "$ref": "#/components/schemas/OperationId" }, "tenant": { "type": "string", "minLength": 1 }, "attempt": { "$ref": "#/components/schemas/NumberRange" }, "call": { "$ref": "#/components/schemas/NumberRange" }, "record": { "type": "string", "minLength": 1 }, "chance": { "type": "number", "minimum": 0, "maximum": 1 } } };
  var schema25 = { "type": "string", "enum": ["vibefollow", "yellow"] };
  function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (typeof data !== "string") {
      validate59.errors = [{ instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema25, data }];
      return false;
    }
    if (!(data === "vibefollow" || data === "yellow")) {
      validate59.errors = [{ instancePath, keyword: "enum", params: { allowedValues: schema25.enum }, parentSchema: schema25, data }];
      return false;
    }
    validate59.errors = vErrors;
    return errors === 0;
  }
  var schema26 = { "type": "string", "enum": ["upsertUser", "bulkUpsertUsers", "trackEvent", "batchTrackEvents", "bulkTrackEvents", "bulkCreateUsers", "getBulkCreation", "addUser", "listUsers", "getUser", "updateUser", "deleteUser", "createEvent", "listEvents"] };
  function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (typeof data !== "string") {
      validate61.errors = [{ instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema26, data }];
      return false;
    }
    if (!(data === "upsertUser" || data === "bulkUpsertUsers" || data === "trackEvent" || data === "batchTrackEvents" || data === "bulkTrackEvents" || data === "bulkCreateUsers" || data === "getBulkCreation" || data === "addUser" || data === "listUsers" || data === "getUser" || data === "updateUser" || data === "deleteUser" || data === "createEvent" || data === "listEvents")) {
      validate61.errors = [{ instancePath, keyword: "enum", params: { allowedValues: schema26.enum }, parentSchema: schema26, data }];
      return false;
    }
    validate61.errors = vErrors;
    return errors === 0;
  }
  var schema27 = { "description": 'a number, a list of numbers, or one of the texts "2", "1,3", "<2", "<=2", ">4", ">=4" and "2-5"', "anyOf": [{ "type": "integer", "minimum": 1 }, { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 1 } }, { "type": "string", "pattern": "^([<>]=?[1-9][0-9]*|[1-9][0-9]*-[1-9][0-9]*|[1-9][0-9]*(,[1-9][0-9]*)*)$" }] };
  var pattern3 = new RegExp("^([<>]=?[1-9][0-9]*|[1-9][0-9]*-[1-9][0-9]*|[1-9][0-9]*(,[1-9][0-9]*)*)$", "u");
  function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    let valid0 = false;
    const _errs1 = errors;
    if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
      const err0 = { instancePath, keyword: "type", params: { type: "integer" }, parentSchema: schema27.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (errors === _errs1) {
      if (typeof data == "number" && isFinite(data)) {
        if (data < 1 || isNaN(data)) {
          const err1 = { instancePath, keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema27.anyOf[0], data };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
    var _valid0 = _errs1 === errors;
    valid0 = valid0 || _valid0;
    if (!valid0) {
      const _errs3 = errors;
      if (errors === _errs3) {
        if (Array.isArray(data)) {
          if (data.length < 1) {
            const err2 = { instancePath, keyword: "minItems", params: { limit: 1 }, parentSchema: schema27.anyOf[1], data };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          } else {
            var valid1 = true;
            const len0 = data.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data0 = data[i0];
              const _errs5 = errors;
              if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
                const err3 = { instancePath: instancePath + "/" + i0, keyword: "type", params: { type: "integer" }, parentSchema: schema27.anyOf[1].items, data: data0 };
                if (vErrors === null) {
                  vErrors = [err3];
                } else {
                  vErrors.push(err3);
                }
                errors++;
              }
              if (errors === _errs5) {
                if (typeof data0 == "number" && isFinite(data0)) {
                  if (data0 < 1 || isNaN(data0)) {
                    const err4 = { instancePath: instancePath + "/" + i0, keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema27.anyOf[1].items, data: data0 };
                    if (vErrors === null) {
                      vErrors = [err4];
                    } else {
                      vErrors.push(err4);
                    }
                    errors++;
                  }
                }
              }
              var valid1 = _errs5 === errors;
              if (!valid1) {
                break;
              }
            }
          }
        } else {
          const err5 = { instancePath, keyword: "type", params: { type: "array" }, parentSchema: schema27.anyOf[1], data };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      var _valid0 = _errs3 === errors;
      valid0 = valid0 || _valid0;
      if (!valid0) {
        const _errs7 = errors;
        if (errors === _errs7) {
          if (typeof data === "string") {
            if (!pattern3.test(data)) {
              const err6 = { instancePath, keyword: "pattern", params: { pattern: "^([<>]=?[1-9][0-9]*|[1-9][0-9]*-[1-9][0-9]*|[1-9][0-9]*(,[1-9][0-9]*)*)$" }, schema: "^([<>]=?[1-9][0-9]*|[1-9][0-9]*-[1-9][0-9]*|[1-9][0-9]*(,[1-9][0-9]*)*)$", parentSchema: schema27.anyOf[2], data };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema27.anyOf[2], data };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        var _valid0 = _errs7 === errors;
        valid0 = valid0 || _valid0;
      }
    }
    if (!valid0) {
      const err8 = { instancePath, keyword: "anyOf", params: {}, parentSchema: schema27, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
      validate63.errors = vErrors;
      return false;
    } else {
      errors = _errs0;
      if (vErrors !== null) {
        if (_errs0) {
          vErrors.length = _errs0;
        } else {
          vErrors = null;
        }
      }
    }
    validate63.errors = vErrors;
    return errors === 0;
  }
  function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "api" || key0 === "operation" || key0 === "tenant" || key0 === "attempt" || key0 === "call" || key0 === "record" || key0 === "chance")) {
            validate58.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema24, data }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.api !== void 0) {
            const _errs2 = errors;
            if (!validate59(data.api, { instancePath: instancePath + "/api", parentData: data, parentDataProperty: "api", rootData })) {
              vErrors = vErrors === null ? validate59.errors : append(vErrors, validate59.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.operation !== void 0) {
              const _errs3 = errors;
              if (!validate61(data.operation, { instancePath: instancePath + "/operation", parentData: data, parentDataProperty: "operation", rootData })) {
                vErrors = vErrors === null ? validate61.errors : append(vErrors, validate61.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.tenant !== void 0) {
                let data2 = data.tenant;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate58.errors = [{ instancePath: instancePath + "/tenant", keyword: "minLength", params: { limit: 1 }, parentSchema: schema24.properties.tenant, data: data2 }];
                      return false;
                    }
                  } else {
                    validate58.errors = [{ instancePath: instancePath + "/tenant", keyword: "type", params: { type: "string" }, parentSchema: schema24.properties.tenant, data: data2 }];
                    return false;
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.attempt !== void 0) {
                  const _errs6 = errors;
                  if (!validate63(data.attempt, { instancePath: instancePath + "/attempt", parentData: data, parentDataProperty: "attempt", rootData })) {
                    vErrors = vErrors === null ? validate63.errors : append(vErrors, validate63.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.call !== void 0) {
                    const _errs7 = errors;
                    if (!validate63(data.call, { instancePath: instancePath + "/call", parentData: data, parentDataProperty: "call", rootData })) {
                      vErrors = vErrors === null ? validate63.errors : append(vErrors, validate63.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.record !== void 0) {
                      let data5 = data.record;
                      const _errs8 = errors;
                      if (errors === _errs8) {
                        if (typeof data5 === "string") {
                          if (func2(data5) < 1) {
                            validate58.errors = [{ instancePath: instancePath + "/record", keyword: "minLength", params: { limit: 1 }, parentSchema: schema24.properties.record, data: data5 }];
                            return false;
                          }
                        } else {
                          validate58.errors = [{ instancePath: instancePath + "/record", keyword: "type", params: { type: "string" }, parentSchema: schema24.properties.record, data: data5 }];
                          return false;
                        }
                      }
                      var valid0 = _errs8 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.chance !== void 0) {
                        let data6 = data.chance;
                        const _errs10 = errors;
                        if (errors === _errs10) {
                          if (typeof data6 == "number" && isFinite(data6)) {
                            if (data6 > 1 || isNaN(data6)) {
                              validate58.errors = [{ instancePath: instancePath + "/chance", keyword: "maximum", params: { comparison: "<=", limit: 1 }, parentSchema: schema24.properties.chance, data: data6 }];
                              return false;
                            } else {
                              if (data6 < 0 || isNaN(data6)) {
                                validate58.errors = [{ instancePath: instancePath + "/chance", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema24.properties.chance, data: data6 }];
                                return false;
                              }
                            }
                          } else {
                            validate58.errors = [{ instancePath: instancePath + "/chance", keyword: "type", params: { type: "number" }, parentSchema: schema24.properties.chance, data: data6 }];
                            return false;
                          }
                        }
                        var valid0 = _errs10 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      } else {
        validate58.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema24, data }];
        return false;
      }
    }
    validate58.errors = vErrors;
    return errors === 0;
  }
  var schema28 = { "description": "The way in which an attempt fails. `kind` may be left out if there is a `status`.", "anyOf": [{ "$ref": "#/components/schemas/StatusFault" }, { "$ref": "#/components/schemas/ResetFault" }, { "$ref": "#/components/schemas/HangFault" }, { "$ref": "#/components/schemas/TruncateFault" }, { "$ref": "#/components/schemas/GarbageFault" }, { "$ref": "#/components/schemas/DelayFault" }, { "$ref": "#/components/schemas/SlowFault" }] };
  var schema29 = { "type": "object", "required": ["status"], "additionalProperties": false, "properties": { "kind": { "type": "string", "const": "status" }, "status": { "type": "integer", "minimum": 400, "maximum": 599 }, "code": { "description": "VibeFollow's error code. By default the usual code of the status.", "type": "string", "pattern": "^[a-z][a-z0-9_]*$" }, "retryAfter": { "description": "Value of `Retry-After`: a number of seconds, or any text that a header can carry, valid or not: at most 1000 visible ASCII characters, with spaces and tabs between them. `{ date }` sends an HTTP date. It is that number of seconds after now on the mock's clock, rounded up. By default there is no header.", "anyOf": [{ "type": "number" }, { "type": "string", "maxLength": 1e3, "pattern": "^([!-~]([\\t -~]*[!-~])?)?$" }, { "type": "object", "required": ["date"], "additionalProperties": false, "properties": { "date": { "type": "number", "minimum": 0, "maximum": 1e11 } } }] }, "applied": { "$ref": "#/components/schemas/Applied" } } };
  var pattern44 = new RegExp("^[a-z][a-z0-9_]*$", "u");
  var pattern53 = new RegExp("^([!-~]([\\t -~]*[!-~])?)?$", "u");
  var schema30 = { "description": "`true`: the work is done, then the answer is lost. A number: only this number of records is stored. `false`, the default: nothing is done.", "anyOf": [{ "type": "boolean" }, { "type": "integer", "minimum": 1 }] };
  function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    let valid0 = false;
    const _errs1 = errors;
    if (typeof data !== "boolean") {
      const err0 = { instancePath, keyword: "type", params: { type: "boolean" }, parentSchema: schema30.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    var _valid0 = _errs1 === errors;
    valid0 = valid0 || _valid0;
    if (!valid0) {
      const _errs3 = errors;
      if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
        const err1 = { instancePath, keyword: "type", params: { type: "integer" }, parentSchema: schema30.anyOf[1], data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (errors === _errs3) {
        if (typeof data == "number" && isFinite(data)) {
          if (data < 1 || isNaN(data)) {
            const err2 = { instancePath, keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema30.anyOf[1], data };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      }
      var _valid0 = _errs3 === errors;
      valid0 = valid0 || _valid0;
    }
    if (!valid0) {
      const err3 = { instancePath, keyword: "anyOf", params: {}, parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
      validate69.errors = vErrors;
      return false;
    } else {
      errors = _errs0;
      if (vErrors !== null) {
        if (_errs0) {
          vErrors.length = _errs0;
        } else {
          vErrors = null;
        }
      }
    }
    validate69.errors = vErrors;
    return errors === 0;
  }
  function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.status === void 0 && (missing0 = "status")) {
          validate68.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema29, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "kind" || key0 === "status" || key0 === "code" || key0 === "retryAfter" || key0 === "applied")) {
              validate68.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema29, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.kind !== void 0) {
              let data0 = data.kind;
              const _errs2 = errors;
              if (typeof data0 !== "string") {
                validate68.errors = [{ instancePath: instancePath + "/kind", keyword: "type", params: { type: "string" }, parentSchema: schema29.properties.kind, data: data0 }];
                return false;
              }
              if ("status" !== data0) {
                validate68.errors = [{ instancePath: instancePath + "/kind", keyword: "const", params: { allowedValue: "status" }, parentSchema: schema29.properties.kind, data: data0 }];
                return false;
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.status !== void 0) {
                let data1 = data.status;
                const _errs4 = errors;
                if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                  validate68.errors = [{ instancePath: instancePath + "/status", keyword: "type", params: { type: "integer" }, parentSchema: schema29.properties.status, data: data1 }];
                  return false;
                }
                if (errors === _errs4) {
                  if (typeof data1 == "number" && isFinite(data1)) {
                    if (data1 > 599 || isNaN(data1)) {
                      validate68.errors = [{ instancePath: instancePath + "/status", keyword: "maximum", params: { comparison: "<=", limit: 599 }, parentSchema: schema29.properties.status, data: data1 }];
                      return false;
                    } else {
                      if (data1 < 400 || isNaN(data1)) {
                        validate68.errors = [{ instancePath: instancePath + "/status", keyword: "minimum", params: { comparison: ">=", limit: 400 }, parentSchema: schema29.properties.status, data: data1 }];
                        return false;
                      }
                    }
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.code !== void 0) {
                  let data2 = data.code;
                  const _errs6 = errors;
                  if (errors === _errs6) {
                    if (typeof data2 === "string") {
                      if (!pattern44.test(data2)) {
                        validate68.errors = [{ instancePath: instancePath + "/code", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_]*$" }, parentSchema: schema29.properties.code, data: data2 }];
                        return false;
                      }
                    } else {
                      validate68.errors = [{ instancePath: instancePath + "/code", keyword: "type", params: { type: "string" }, parentSchema: schema29.properties.code, data: data2 }];
                      return false;
                    }
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.retryAfter !== void 0) {
                    let data3 = data.retryAfter;
                    const _errs8 = errors;
                    const _errs9 = errors;
                    let valid1 = false;
                    const _errs10 = errors;
                    if (!(typeof data3 == "number" && isFinite(data3))) {
                      const err0 = { instancePath: instancePath + "/retryAfter", keyword: "type", params: { type: "number" }, parentSchema: schema29.properties.retryAfter.anyOf[0], data: data3 };
                      if (vErrors === null) {
                        vErrors = [err0];
                      } else {
                        vErrors.push(err0);
                      }
                      errors++;
                    }
                    var _valid0 = _errs10 === errors;
                    valid1 = valid1 || _valid0;
                    if (!valid1) {
                      const _errs12 = errors;
                      if (errors === _errs12) {
                        if (typeof data3 === "string") {
                          if (func2(data3) > 1e3) {
                            const err1 = { instancePath: instancePath + "/retryAfter", keyword: "maxLength", params: { limit: 1e3 }, parentSchema: schema29.properties.retryAfter.anyOf[1], data: data3 };
                            if (vErrors === null) {
                              vErrors = [err1];
                            } else {
                              vErrors.push(err1);
                            }
                            errors++;
                          } else {
                            if (!pattern53.test(data3)) {
                              const err2 = { instancePath: instancePath + "/retryAfter", keyword: "pattern", params: { pattern: "^([!-~]([\\t -~]*[!-~])?)?$" }, parentSchema: schema29.properties.retryAfter.anyOf[1], data: data3 };
                              if (vErrors === null) {
                                vErrors = [err2];
                              } else {
                                vErrors.push(err2);
                              }
                              errors++;
                            }
                          }
                        } else {
                          const err3 = { instancePath: instancePath + "/retryAfter", keyword: "type", params: { type: "string" }, parentSchema: schema29.properties.retryAfter.anyOf[1], data: data3 };
                          if (vErrors === null) {
                            vErrors = [err3];
                          } else {
                            vErrors.push(err3);
                          }
                          errors++;
                        }
                      }
                      var _valid0 = _errs12 === errors;
                      valid1 = valid1 || _valid0;
                      if (!valid1) {
                        const _errs14 = errors;
                        if (errors === _errs14) {
                          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                            let missing1;
                            if (data3.date === void 0 && (missing1 = "date")) {
                              const err4 = { instancePath: instancePath + "/retryAfter", keyword: "required", params: { missingProperty: missing1 }, parentSchema: schema29.properties.retryAfter.anyOf[2], data: data3 };
                              if (vErrors === null) {
                                vErrors = [err4];
                              } else {
                                vErrors.push(err4);
                              }
                              errors++;
                            } else {
                              const _errs16 = errors;
                              for (const key1 in data3) {
                                if (!(key1 === "date")) {
                                  const err5 = { instancePath: instancePath + "/retryAfter", keyword: "additionalProperties", params: { additionalProperty: key1 }, parentSchema: schema29.properties.retryAfter.anyOf[2], data: data3 };
                                  if (vErrors === null) {
                                    vErrors = [err5];
                                  } else {
                                    vErrors.push(err5);
                                  }
                                  errors++;
                                  break;
                                }
                              }
                              if (_errs16 === errors) {
                                if (data3.date !== void 0) {
                                  let data4 = data3.date;
                                  const _errs17 = errors;
                                  if (errors === _errs17) {
                                    if (typeof data4 == "number" && isFinite(data4)) {
                                      if (data4 > 1e11 || isNaN(data4)) {
                                        const err6 = { instancePath: instancePath + "/retryAfter/date", keyword: "maximum", params: { comparison: "<=", limit: 1e11 }, parentSchema: schema29.properties.retryAfter.anyOf[2].properties.date, data: data4 };
                                        if (vErrors === null) {
                                          vErrors = [err6];
                                        } else {
                                          vErrors.push(err6);
                                        }
                                        errors++;
                                      } else {
                                        if (data4 < 0 || isNaN(data4)) {
                                          const err7 = { instancePath: instancePath + "/retryAfter/date", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema29.properties.retryAfter.anyOf[2].properties.date, data: data4 };
                                          if (vErrors === null) {
                                            vErrors = [err7];
                                          } else {
                                            vErrors.push(err7);
                                          }
                                          errors++;
                                        }
                                      }
                                    } else {
                                      const err8 = { instancePath: instancePath + "/retryAfter/date", keyword: "type", params: { type: "number" }, parentSchema: schema29.properties.retryAfter.anyOf[2].properties.date, data: data4 };
                                      if (vErrors === null) {
                                        vErrors = [err8];
                                      } else {
                                        vErrors.push(err8);
                                      }
                                      errors++;
                                    }
                                  }
                                }
                              }
                            }
                          } else {
                            const err9 = { instancePath: instancePath + "/retryAfter", keyword: "type", params: { type: "object" }, parentSchema: schema29.properties.retryAfter.anyOf[2], data: data3 };
                            if (vErrors === null) {
                              vErrors = [err9];
                            } else {
                              vErrors.push(err9);
                            }
                            errors++;
                          }
                        }
                        var _valid0 = _errs14 === errors;
                        valid1 = valid1 || _valid0;
                      }
                    }
                    if (!valid1) {
                      const err10 = { instancePath: instancePath + "/retryAfter", keyword: "anyOf", params: {}, parentSchema: schema29.properties.retryAfter, data: data3 };
                      if (vErrors === null) {
                        vErrors = [err10];
                      } else {
                        vErrors.push(err10);
                      }
                      errors++;
                      validate68.errors = vErrors;
                      return false;
                    } else {
                      errors = _errs9;
                      if (vErrors !== null) {
                        if (_errs9) {
                          vErrors.length = _errs9;
                        } else {
                          vErrors = null;
                        }
                      }
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.applied !== void 0) {
                      const _errs19 = errors;
                      if (!validate69(data.applied, { instancePath: instancePath + "/applied", parentData: data, parentDataProperty: "applied", rootData })) {
                        vErrors = vErrors === null ? validate69.errors : append(vErrors, validate69.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs19 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      } else {
        validate68.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema29, data }];
        return false;
      }
    }
    validate68.errors = vErrors;
    return errors === 0;
  }
  var schema31 = { "type": "object", "required": ["kind"], "additionalProperties": false, "properties": { "kind": { "type": "string", "const": "reset" }, "applied": { "$ref": "#/components/schemas/Applied" } } };
  function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.kind === void 0 && (missing0 = "kind")) {
          validate72.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema31, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "kind" || key0 === "applied")) {
              validate72.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema31, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.kind !== void 0) {
              let data0 = data.kind;
              const _errs2 = errors;
              if (typeof data0 !== "string") {
                validate72.errors = [{ instancePath: instancePath + "/kind", keyword: "type", params: { type: "string" }, parentSchema: schema31.properties.kind, data: data0 }];
                return false;
              }
              if ("reset" !== data0) {
                validate72.errors = [{ instancePath: instancePath + "/kind", keyword: "const", params: { allowedValue: "reset" }, parentSchema: schema31.properties.kind, data: data0 }];
                return false;
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.applied !== void 0) {
                const _errs4 = errors;
                if (!validate69(data.applied, { instancePath: instancePath + "/applied", parentData: data, parentDataProperty: "applied", rootData })) {
                  vErrors = vErrors === null ? validate69.errors : append(vErrors, validate69.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      } else {
        validate72.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema31, data }];
        return false;
      }
    }
    validate72.errors = vErrors;
    return errors === 0;
  }
  var schema32 = { "type": "object", "required": ["kind"], "additionalProperties": false, "properties": { "kind": { "type": "string", "const": "hang" }, "applied": { "$ref": "#/components/schemas/Applied" } } };
  function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.kind === void 0 && (missing0 = "kind")) {
          validate75.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema32, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "kind" || key0 === "applied")) {
              validate75.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema32, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.kind !== void 0) {
              let data0 = data.kind;
              const _errs2 = errors;
              if (typeof data0 !== "string") {
                validate75.errors = [{ instancePath: instancePath + "/kind", keyword: "type", params: { type: "string" }, parentSchema: schema32.properties.kind, data: data0 }];
                return false;
              }
              if ("hang" !== data0) {
                validate75.errors = [{ instancePath: instancePath + "/kind", keyword: "const", params: { allowedValue: "hang" }, parentSchema: schema32.properties.kind, data: data0 }];
                return false;
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.applied !== void 0) {
                const _errs4 = errors;
                if (!validate69(data.applied, { instancePath: instancePath + "/applied", parentData: data, parentDataProperty: "applied", rootData })) {
                  vErrors = vErrors === null ? validate69.errors : append(vErrors, validate69.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      } else {
        validate75.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema32, data }];
        return false;
      }
    }
    validate75.errors = vErrors;
    return errors === 0;
  }
  var schema33 = { "type": "object", "required": ["kind"], "additionalProperties": false, "properties": { "kind": { "type": "string", "const": "truncate" }, "applied": { "$ref": "#/components/schemas/Applied" } } };
  function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.kind === void 0 && (missing0 = "kind")) {
          validate78.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema33, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "kind" || key0 === "applied")) {
              validate78.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema33, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.kind !== void 0) {
              let data0 = data.kind;
              const _errs2 = errors;
              if (typeof data0 !== "string") {
                validate78.errors = [{ instancePath: instancePath + "/kind", keyword: "type", params: { type: "string" }, parentSchema: schema33.properties.kind, data: data0 }];
                return false;
              }
              if ("truncate" !== data0) {
                validate78.errors = [{ instancePath: instancePath + "/kind", keyword: "const", params: { allowedValue: "truncate" }, parentSchema: schema33.properties.kind, data: data0 }];
                return false;
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.applied !== void 0) {
                const _errs4 = errors;
                if (!validate69(data.applied, { instancePath: instancePath + "/applied", parentData: data, parentDataProperty: "applied", rootData })) {
                  vErrors = vErrors === null ? validate69.errors : append(vErrors, validate69.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      } else {
        validate78.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema33, data }];
        return false;
      }
    }
    validate78.errors = vErrors;
    return errors === 0;
  }
  var schema34 = { "type": "object", "required": ["kind"], "additionalProperties": false, "properties": { "kind": { "type": "string", "const": "garbage" }, "status": { "type": "integer", "enum": [200, 502, 503] }, "applied": { "$ref": "#/components/schemas/Applied" } } };
  function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.kind === void 0 && (missing0 = "kind")) {
          validate81.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema34, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "kind" || key0 === "status" || key0 === "applied")) {
              validate81.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema34, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.kind !== void 0) {
              let data0 = data.kind;
              const _errs2 = errors;
              if (typeof data0 !== "string") {
                validate81.errors = [{ instancePath: instancePath + "/kind", keyword: "type", params: { type: "string" }, parentSchema: schema34.properties.kind, data: data0 }];
                return false;
              }
              if ("garbage" !== data0) {
                validate81.errors = [{ instancePath: instancePath + "/kind", keyword: "const", params: { allowedValue: "garbage" }, parentSchema: schema34.properties.kind, data: data0 }];
                return false;
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.status !== void 0) {
                let data1 = data.status;
                const _errs4 = errors;
                if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                  validate81.errors = [{ instancePath: instancePath + "/status", keyword: "type", params: { type: "integer" }, parentSchema: schema34.properties.status, data: data1 }];
                  return false;
                }
                if (!(data1 === 200 || data1 === 502 || data1 === 503)) {
                  validate81.errors = [{ instancePath: instancePath + "/status", keyword: "enum", params: { allowedValues: schema34.properties.status.enum }, parentSchema: schema34.properties.status, data: data1 }];
                  return false;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.applied !== void 0) {
                  const _errs6 = errors;
                  if (!validate69(data.applied, { instancePath: instancePath + "/applied", parentData: data, parentDataProperty: "applied", rootData })) {
                    vErrors = vErrors === null ? validate69.errors : append(vErrors, validate69.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      } else {
        validate81.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema34, data }];
        return false;
      }
    }
    validate81.errors = vErrors;
    return errors === 0;
  }
  var schema35 = { "type": "object", "required": ["kind", "ms"], "additionalProperties": false, "properties": { "kind": { "type": "string", "const": "delay" }, "ms": { "type": "number", "minimum": 0 }, "applied": { "type": "boolean" } } };
  function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.kind === void 0 && (missing0 = "kind") || data.ms === void 0 && (missing0 = "ms")) {
          validate84.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema35, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "kind" || key0 === "ms" || key0 === "applied")) {
              validate84.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema35, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.kind !== void 0) {
              let data0 = data.kind;
              const _errs2 = errors;
              if (typeof data0 !== "string") {
                validate84.errors = [{ instancePath: instancePath + "/kind", keyword: "type", params: { type: "string" }, parentSchema: schema35.properties.kind, data: data0 }];
                return false;
              }
              if ("delay" !== data0) {
                validate84.errors = [{ instancePath: instancePath + "/kind", keyword: "const", params: { allowedValue: "delay" }, parentSchema: schema35.properties.kind, data: data0 }];
                return false;
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.ms !== void 0) {
                let data1 = data.ms;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data1 == "number" && isFinite(data1)) {
                    if (data1 < 0 || isNaN(data1)) {
                      validate84.errors = [{ instancePath: instancePath + "/ms", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema35.properties.ms, data: data1 }];
                      return false;
                    }
                  } else {
                    validate84.errors = [{ instancePath: instancePath + "/ms", keyword: "type", params: { type: "number" }, parentSchema: schema35.properties.ms, data: data1 }];
                    return false;
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.applied !== void 0) {
                  let data2 = data.applied;
                  const _errs6 = errors;
                  if (typeof data2 !== "boolean") {
                    validate84.errors = [{ instancePath: instancePath + "/applied", keyword: "type", params: { type: "boolean" }, parentSchema: schema35.properties.applied, data: data2 }];
                    return false;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      } else {
        validate84.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema35, data }];
        return false;
      }
    }
    validate84.errors = vErrors;
    return errors === 0;
  }
  var schema36 = { "type": "object", "required": ["kind", "ms"], "additionalProperties": false, "properties": { "kind": { "type": "string", "const": "slow" }, "ms": { "type": "number", "minimum": 0 }, "applied": { "type": "boolean", "const": true } } };
  function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.kind === void 0 && (missing0 = "kind") || data.ms === void 0 && (missing0 = "ms")) {
          validate86.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema36, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "kind" || key0 === "ms" || key0 === "applied")) {
              validate86.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema36, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.kind !== void 0) {
              let data0 = data.kind;
              const _errs2 = errors;
              if (typeof data0 !== "string") {
                validate86.errors = [{ instancePath: instancePath + "/kind", keyword: "type", params: { type: "string" }, parentSchema: schema36.properties.kind, data: data0 }];
                return false;
              }
              if ("slow" !== data0) {
                validate86.errors = [{ instancePath: instancePath + "/kind", keyword: "const", params: { allowedValue: "slow" }, parentSchema: schema36.properties.kind, data: data0 }];
                return false;
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.ms !== void 0) {
                let data1 = data.ms;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data1 == "number" && isFinite(data1)) {
                    if (data1 < 0 || isNaN(data1)) {
                      validate86.errors = [{ instancePath: instancePath + "/ms", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema36.properties.ms, data: data1 }];
                      return false;
                    }
                  } else {
                    validate86.errors = [{ instancePath: instancePath + "/ms", keyword: "type", params: { type: "number" }, parentSchema: schema36.properties.ms, data: data1 }];
                    return false;
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.applied !== void 0) {
                  let data2 = data.applied;
                  const _errs6 = errors;
                  if (typeof data2 !== "boolean") {
                    validate86.errors = [{ instancePath: instancePath + "/applied", keyword: "type", params: { type: "boolean" }, parentSchema: schema36.properties.applied, data: data2 }];
                    return false;
                  }
                  if (true !== data2) {
                    validate86.errors = [{ instancePath: instancePath + "/applied", keyword: "const", params: { allowedValue: true }, parentSchema: schema36.properties.applied, data: data2 }];
                    return false;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      } else {
        validate86.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema36, data }];
        return false;
      }
    }
    validate86.errors = vErrors;
    return errors === 0;
  }
  function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    let valid0 = false;
    const _errs1 = errors;
    if (!validate68(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate68.errors : append(vErrors, validate68.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs1 === errors;
    valid0 = valid0 || _valid0;
    if (!valid0) {
      const _errs2 = errors;
      if (!validate72(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate72.errors : append(vErrors, validate72.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs2 === errors;
      valid0 = valid0 || _valid0;
      if (!valid0) {
        const _errs3 = errors;
        if (!validate75(data, { instancePath, parentData, parentDataProperty, rootData })) {
          vErrors = vErrors === null ? validate75.errors : append(vErrors, validate75.errors);
          errors = vErrors.length;
        }
        var _valid0 = _errs3 === errors;
        valid0 = valid0 || _valid0;
        if (!valid0) {
          const _errs4 = errors;
          if (!validate78(data, { instancePath, parentData, parentDataProperty, rootData })) {
            vErrors = vErrors === null ? validate78.errors : append(vErrors, validate78.errors);
            errors = vErrors.length;
          }
          var _valid0 = _errs4 === errors;
          valid0 = valid0 || _valid0;
          if (!valid0) {
            const _errs5 = errors;
            if (!validate81(data, { instancePath, parentData, parentDataProperty, rootData })) {
              vErrors = vErrors === null ? validate81.errors : append(vErrors, validate81.errors);
              errors = vErrors.length;
            }
            var _valid0 = _errs5 === errors;
            valid0 = valid0 || _valid0;
            if (!valid0) {
              const _errs6 = errors;
              if (!validate84(data, { instancePath, parentData, parentDataProperty, rootData })) {
                vErrors = vErrors === null ? validate84.errors : append(vErrors, validate84.errors);
                errors = vErrors.length;
              }
              var _valid0 = _errs6 === errors;
              valid0 = valid0 || _valid0;
              if (!valid0) {
                const _errs7 = errors;
                if (!validate86(data, { instancePath, parentData, parentDataProperty, rootData })) {
                  vErrors = vErrors === null ? validate86.errors : append(vErrors, validate86.errors);
                  errors = vErrors.length;
                }
                var _valid0 = _errs7 === errors;
                valid0 = valid0 || _valid0;
              }
            }
          }
        }
      }
    }
    if (!valid0) {
      const err0 = { instancePath, keyword: "anyOf", params: {}, parentSchema: schema28, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
      validate67.errors = vErrors;
      return false;
    } else {
      errors = _errs0;
      if (vErrors !== null) {
        if (_errs0) {
          vErrors.length = _errs0;
        } else {
          vErrors = null;
        }
      }
    }
    validate67.errors = vErrors;
    return errors === 0;
  }
  function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.fault === void 0 && (missing0 = "fault")) {
          validate57.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema23, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "id" || key0 === "on" || key0 === "fault" || key0 === "times")) {
              validate57.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema23, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.id !== void 0) {
              let data0 = data.id;
              const _errs2 = errors;
              if (errors === _errs2) {
                if (typeof data0 === "string") {
                  if (func2(data0) < 1) {
                    validate57.errors = [{ instancePath: instancePath + "/id", keyword: "minLength", params: { limit: 1 }, parentSchema: schema23.properties.id, data: data0 }];
                    return false;
                  }
                } else {
                  validate57.errors = [{ instancePath: instancePath + "/id", keyword: "type", params: { type: "string" }, parentSchema: schema23.properties.id, data: data0 }];
                  return false;
                }
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.on !== void 0) {
                const _errs4 = errors;
                if (!validate58(data.on, { instancePath: instancePath + "/on", parentData: data, parentDataProperty: "on", rootData })) {
                  vErrors = vErrors === null ? validate58.errors : append(vErrors, validate58.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.fault !== void 0) {
                  const _errs5 = errors;
                  if (!validate67(data.fault, { instancePath: instancePath + "/fault", parentData: data, parentDataProperty: "fault", rootData })) {
                    vErrors = vErrors === null ? validate67.errors : append(vErrors, validate67.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.times !== void 0) {
                    let data3 = data.times;
                    const _errs6 = errors;
                    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                      validate57.errors = [{ instancePath: instancePath + "/times", keyword: "type", params: { type: "integer" }, parentSchema: schema23.properties.times, data: data3 }];
                      return false;
                    }
                    if (errors === _errs6) {
                      if (typeof data3 == "number" && isFinite(data3)) {
                        if (data3 < 1 || isNaN(data3)) {
                          validate57.errors = [{ instancePath: instancePath + "/times", keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema23.properties.times, data: data3 }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs6 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      } else {
        validate57.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema23, data }];
        return false;
      }
    }
    validate57.errors = vErrors;
    return errors === 0;
  }
  var schema37 = { "type": "object", "additionalProperties": false, "properties": { "keys": { "type": "object", "propertyNames": { "$ref": "#/components/schemas/VibeFollowKey" }, "additionalProperties": { "type": "string", "enum": ["active", "revoked", "other-project"] } }, "idempotencyReuse": { "type": "integer", "enum": [422, 409], "default": 422 }, "idempotencyKey": { "type": "string", "enum": ["optional", "required"], "default": "optional" }, "idempotencyQuotes": { "type": "string", "enum": ["refused", "accepted"], "default": "refused" }, "idempotencyInProgress": { "type": "string", "enum": ["proceed", "refuse"], "default": "proceed" }, "idempotencyBody": { "type": "string", "enum": ["value", "bytes"], "default": "value" }, "rateLimits": { "type": "object", "additionalProperties": false, "default": {}, "properties": { "upsertUser": { "$ref": "#/components/schemas/RateLimit" }, "bulkUpsertUsers": { "$ref": "#/components/schemas/RateLimit" }, "trackEvent": { "$ref": "#/components/schemas/RateLimit" }, "batchTrackEvents": { "$ref": "#/components/schemas/RateLimit" }, "bulkTrackEvents": { "$ref": "#/components/schemas/RateLimit" } } }, "queueCapacity": { "type": "integer", "minimum": 1, "default": 5e4 }, "drainRate": { "type": "number", "minimum": 0 }, "queueJob": { "type": "string", "enum": ["record", "request"], "default": "record" }, "queueRefusal": { "type": "string", "enum": ["when-full", "when-crossing"], "default": "when-full" }, "queueRetryAfter": { "type": "string", "enum": ["sent", "absent"], "default": "sent" }, "externalUserIdField": { "type": "string", "enum": ["absent", "present"], "default": "absent" }, "repeatedEvents": { "type": "string", "enum": ["drop", "keep-both"], "default": "drop" }, "timestampField": { "type": "string", "enum": ["absent", "present"], "default": "absent" }, "eventTimestamp": { "type": "string", "enum": ["stored", "ignored"], "default": "stored" }, "reservedEventNames": { "type": "array", "default": [], "items": { "type": "string", "minLength": 1 } }, "optionalNull": { "type": "string", "enum": ["invalid", "absent"], "default": "invalid" } } };
  var schema38 = { "description": "A key of a VibeFollow project, `sk_live_` or `sk_test_` and 32 or more random characters.", "type": "string", "maxLength": 255, "pattern": "^sk_(live|test)_[A-Za-z0-9_-]{32,}$" };
  var pattern9 = new RegExp("^sk_(live|test)_[A-Za-z0-9_-]{32,}$", "u");
  function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (typeof data === "string") {
        if (func2(data) > 255) {
          validate91.errors = [{ instancePath, keyword: "maxLength", params: { limit: 255 }, parentSchema: schema38, data }];
          return false;
        } else {
          if (!pattern9.test(data)) {
            validate91.errors = [{ instancePath, keyword: "pattern", params: { pattern: "^sk_(live|test)_[A-Za-z0-9_-]{32,}$" }, schema: "^sk_(live|test)_[A-Za-z0-9_-]{32,}$", parentSchema: schema38, data }];
            return false;
          }
        }
      } else {
        validate91.errors = [{ instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema38, data }];
        return false;
      }
    }
    validate91.errors = vErrors;
    return errors === 0;
  }
  var schema39 = { "type": "object", "required": ["requests", "windowSeconds"], "additionalProperties": false, "properties": { "requests": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "windowSeconds": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e9 } } };
  function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.requests === void 0 && (missing0 = "requests") || data.windowSeconds === void 0 && (missing0 = "windowSeconds")) {
          validate93.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema39, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "requests" || key0 === "windowSeconds")) {
              validate93.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema39, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.requests !== void 0) {
              let data0 = data.requests;
              const _errs2 = errors;
              if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
                validate93.errors = [{ instancePath: instancePath + "/requests", keyword: "type", params: { type: "integer" }, parentSchema: schema39.properties.requests, data: data0 }];
                return false;
              }
              if (errors === _errs2) {
                if (typeof data0 == "number" && isFinite(data0)) {
                  if (data0 > 9007199254740991 || isNaN(data0)) {
                    validate93.errors = [{ instancePath: instancePath + "/requests", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, parentSchema: schema39.properties.requests, data: data0 }];
                    return false;
                  } else {
                    if (data0 < 0 || isNaN(data0)) {
                      validate93.errors = [{ instancePath: instancePath + "/requests", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema39.properties.requests, data: data0 }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.windowSeconds !== void 0) {
                let data1 = data.windowSeconds;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data1 == "number" && isFinite(data1)) {
                    if (data1 > 1e9 || isNaN(data1)) {
                      validate93.errors = [{ instancePath: instancePath + "/windowSeconds", keyword: "maximum", params: { comparison: "<=", limit: 1e9 }, parentSchema: schema39.properties.windowSeconds, data: data1 }];
                      return false;
                    } else {
                      if (data1 <= 0 || isNaN(data1)) {
                        validate93.errors = [{ instancePath: instancePath + "/windowSeconds", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, parentSchema: schema39.properties.windowSeconds, data: data1 }];
                        return false;
                      }
                    }
                  } else {
                    validate93.errors = [{ instancePath: instancePath + "/windowSeconds", keyword: "type", params: { type: "number" }, parentSchema: schema39.properties.windowSeconds, data: data1 }];
                    return false;
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      } else {
        validate93.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema39, data }];
        return false;
      }
    }
    validate93.errors = vErrors;
    return errors === 0;
  }
  function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.idempotencyReuse === void 0) {
          data.idempotencyReuse = 422;
        }
        if (data.idempotencyKey === void 0) {
          data.idempotencyKey = "optional";
        }
        if (data.idempotencyQuotes === void 0) {
          data.idempotencyQuotes = "refused";
        }
        if (data.idempotencyInProgress === void 0) {
          data.idempotencyInProgress = "proceed";
        }
        if (data.idempotencyBody === void 0) {
          data.idempotencyBody = "value";
        }
        if (data.rateLimits === void 0) {
          data.rateLimits = {};
        }
        if (data.queueCapacity === void 0) {
          data.queueCapacity = 5e4;
        }
        if (data.queueJob === void 0) {
          data.queueJob = "record";
        }
        if (data.queueRefusal === void 0) {
          data.queueRefusal = "when-full";
        }
        if (data.queueRetryAfter === void 0) {
          data.queueRetryAfter = "sent";
        }
        if (data.externalUserIdField === void 0) {
          data.externalUserIdField = "absent";
        }
        if (data.repeatedEvents === void 0) {
          data.repeatedEvents = "drop";
        }
        if (data.timestampField === void 0) {
          data.timestampField = "absent";
        }
        if (data.eventTimestamp === void 0) {
          data.eventTimestamp = "stored";
        }
        if (data.reservedEventNames === void 0) {
          data.reservedEventNames = [];
        }
        if (data.optionalNull === void 0) {
          data.optionalNull = "invalid";
        }
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func14.call(schema37.properties, key0)) {
            validate90.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema37, data }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.keys !== void 0) {
            let data0 = data.keys;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                for (const key1 in data0) {
                  const _errs4 = errors;
                  if (!validate91(key1, { instancePath: instancePath + "/keys", parentData: data0, parentDataProperty: "keys", rootData })) {
                    vErrors = vErrors === null ? validate91.errors : append(vErrors, validate91.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs4 === errors;
                  if (!valid1) {
                    const err0 = { instancePath: instancePath + "/keys", keyword: "propertyNames", params: { propertyName: key1 }, parentSchema: schema37.properties.keys, data: data0 };
                    if (vErrors === null) {
                      vErrors = [err0];
                    } else {
                      vErrors.push(err0);
                    }
                    errors++;
                    validate90.errors = vErrors;
                    return false;
                    break;
                  }
                }
                if (valid1) {
                  for (const key2 in data0) {
                    let data1 = data0[key2];
                    const _errs6 = errors;
                    if (typeof data1 !== "string") {
                      validate90.errors = [{ instancePath: instancePath + "/keys/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.keys.additionalProperties, data: data1 }];
                      return false;
                    }
                    if (!(data1 === "active" || data1 === "revoked" || data1 === "other-project")) {
                      validate90.errors = [{ instancePath: instancePath + "/keys/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "enum", params: { allowedValues: schema37.properties.keys.additionalProperties.enum }, parentSchema: schema37.properties.keys.additionalProperties, data: data1 }];
                      return false;
                    }
                    var valid2 = _errs6 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                }
              } else {
                validate90.errors = [{ instancePath: instancePath + "/keys", keyword: "type", params: { type: "object" }, parentSchema: schema37.properties.keys, data: data0 }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            let data2 = data.idempotencyReuse;
            const _errs8 = errors;
            if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
              validate90.errors = [{ instancePath: instancePath + "/idempotencyReuse", keyword: "type", params: { type: "integer" }, parentSchema: schema37.properties.idempotencyReuse, data: data2 }];
              return false;
            }
            if (!(data2 === 422 || data2 === 409)) {
              validate90.errors = [{ instancePath: instancePath + "/idempotencyReuse", keyword: "enum", params: { allowedValues: schema37.properties.idempotencyReuse.enum }, parentSchema: schema37.properties.idempotencyReuse, data: data2 }];
              return false;
            }
            var valid0 = _errs8 === errors;
            if (valid0) {
              let data3 = data.idempotencyKey;
              const _errs10 = errors;
              if (typeof data3 !== "string") {
                validate90.errors = [{ instancePath: instancePath + "/idempotencyKey", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.idempotencyKey, data: data3 }];
                return false;
              }
              if (!(data3 === "optional" || data3 === "required")) {
                validate90.errors = [{ instancePath: instancePath + "/idempotencyKey", keyword: "enum", params: { allowedValues: schema37.properties.idempotencyKey.enum }, parentSchema: schema37.properties.idempotencyKey, data: data3 }];
                return false;
              }
              var valid0 = _errs10 === errors;
              if (valid0) {
                let data4 = data.idempotencyQuotes;
                const _errs12 = errors;
                if (typeof data4 !== "string") {
                  validate90.errors = [{ instancePath: instancePath + "/idempotencyQuotes", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.idempotencyQuotes, data: data4 }];
                  return false;
                }
                if (!(data4 === "refused" || data4 === "accepted")) {
                  validate90.errors = [{ instancePath: instancePath + "/idempotencyQuotes", keyword: "enum", params: { allowedValues: schema37.properties.idempotencyQuotes.enum }, parentSchema: schema37.properties.idempotencyQuotes, data: data4 }];
                  return false;
                }
                var valid0 = _errs12 === errors;
                if (valid0) {
                  let data5 = data.idempotencyInProgress;
                  const _errs14 = errors;
                  if (typeof data5 !== "string") {
                    validate90.errors = [{ instancePath: instancePath + "/idempotencyInProgress", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.idempotencyInProgress, data: data5 }];
                    return false;
                  }
                  if (!(data5 === "proceed" || data5 === "refuse")) {
                    validate90.errors = [{ instancePath: instancePath + "/idempotencyInProgress", keyword: "enum", params: { allowedValues: schema37.properties.idempotencyInProgress.enum }, parentSchema: schema37.properties.idempotencyInProgress, data: data5 }];
                    return false;
                  }
                  var valid0 = _errs14 === errors;
                  if (valid0) {
                    let data6 = data.idempotencyBody;
                    const _errs16 = errors;
                    if (typeof data6 !== "string") {
                      validate90.errors = [{ instancePath: instancePath + "/idempotencyBody", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.idempotencyBody, data: data6 }];
                      return false;
                    }
                    if (!(data6 === "value" || data6 === "bytes")) {
                      validate90.errors = [{ instancePath: instancePath + "/idempotencyBody", keyword: "enum", params: { allowedValues: schema37.properties.idempotencyBody.enum }, parentSchema: schema37.properties.idempotencyBody, data: data6 }];
                      return false;
                    }
                    var valid0 = _errs16 === errors;
                    if (valid0) {
                      let data7 = data.rateLimits;
                      const _errs18 = errors;
                      if (errors === _errs18) {
                        if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                          const _errs20 = errors;
                          for (const key3 in data7) {
                            if (!(key3 === "upsertUser" || key3 === "bulkUpsertUsers" || key3 === "trackEvent" || key3 === "batchTrackEvents" || key3 === "bulkTrackEvents")) {
                              validate90.errors = [{ instancePath: instancePath + "/rateLimits", keyword: "additionalProperties", params: { additionalProperty: key3 }, parentSchema: schema37.properties.rateLimits, data: data7 }];
                              return false;
                              break;
                            }
                          }
                          if (_errs20 === errors) {
                            if (data7.upsertUser !== void 0) {
                              const _errs21 = errors;
                              if (!validate93(data7.upsertUser, { instancePath: instancePath + "/rateLimits/upsertUser", parentData: data7, parentDataProperty: "upsertUser", rootData })) {
                                vErrors = vErrors === null ? validate93.errors : append(vErrors, validate93.errors);
                                errors = vErrors.length;
                              }
                              var valid3 = _errs21 === errors;
                            } else {
                              var valid3 = true;
                            }
                            if (valid3) {
                              if (data7.bulkUpsertUsers !== void 0) {
                                const _errs22 = errors;
                                if (!validate93(data7.bulkUpsertUsers, { instancePath: instancePath + "/rateLimits/bulkUpsertUsers", parentData: data7, parentDataProperty: "bulkUpsertUsers", rootData })) {
                                  vErrors = vErrors === null ? validate93.errors : append(vErrors, validate93.errors);
                                  errors = vErrors.length;
                                }
                                var valid3 = _errs22 === errors;
                              } else {
                                var valid3 = true;
                              }
                              if (valid3) {
                                if (data7.trackEvent !== void 0) {
                                  const _errs23 = errors;
                                  if (!validate93(data7.trackEvent, { instancePath: instancePath + "/rateLimits/trackEvent", parentData: data7, parentDataProperty: "trackEvent", rootData })) {
                                    vErrors = vErrors === null ? validate93.errors : append(vErrors, validate93.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid3 = _errs23 === errors;
                                } else {
                                  var valid3 = true;
                                }
                                if (valid3) {
                                  if (data7.batchTrackEvents !== void 0) {
                                    const _errs24 = errors;
                                    if (!validate93(data7.batchTrackEvents, { instancePath: instancePath + "/rateLimits/batchTrackEvents", parentData: data7, parentDataProperty: "batchTrackEvents", rootData })) {
                                      vErrors = vErrors === null ? validate93.errors : append(vErrors, validate93.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid3 = _errs24 === errors;
                                  } else {
                                    var valid3 = true;
                                  }
                                  if (valid3) {
                                    if (data7.bulkTrackEvents !== void 0) {
                                      const _errs25 = errors;
                                      if (!validate93(data7.bulkTrackEvents, { instancePath: instancePath + "/rateLimits/bulkTrackEvents", parentData: data7, parentDataProperty: "bulkTrackEvents", rootData })) {
                                        vErrors = vErrors === null ? validate93.errors : append(vErrors, validate93.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid3 = _errs25 === errors;
                                    } else {
                                      var valid3 = true;
                                    }
                                  }
                                }
                              }
                            }
                          }
                        } else {
                          validate90.errors = [{ instancePath: instancePath + "/rateLimits", keyword: "type", params: { type: "object" }, parentSchema: schema37.properties.rateLimits, data: data7 }];
                          return false;
                        }
                      }
                      var valid0 = _errs18 === errors;
                      if (valid0) {
                        let data13 = data.queueCapacity;
                        const _errs26 = errors;
                        if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
                          validate90.errors = [{ instancePath: instancePath + "/queueCapacity", keyword: "type", params: { type: "integer" }, parentSchema: schema37.properties.queueCapacity, data: data13 }];
                          return false;
                        }
                        if (errors === _errs26) {
                          if (typeof data13 == "number" && isFinite(data13)) {
                            if (data13 < 1 || isNaN(data13)) {
                              validate90.errors = [{ instancePath: instancePath + "/queueCapacity", keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema37.properties.queueCapacity, data: data13 }];
                              return false;
                            }
                          }
                        }
                        var valid0 = _errs26 === errors;
                        if (valid0) {
                          if (data.drainRate !== void 0) {
                            let data14 = data.drainRate;
                            const _errs28 = errors;
                            if (errors === _errs28) {
                              if (typeof data14 == "number" && isFinite(data14)) {
                                if (data14 < 0 || isNaN(data14)) {
                                  validate90.errors = [{ instancePath: instancePath + "/drainRate", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema37.properties.drainRate, data: data14 }];
                                  return false;
                                }
                              } else {
                                validate90.errors = [{ instancePath: instancePath + "/drainRate", keyword: "type", params: { type: "number" }, parentSchema: schema37.properties.drainRate, data: data14 }];
                                return false;
                              }
                            }
                            var valid0 = _errs28 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            let data15 = data.queueJob;
                            const _errs30 = errors;
                            if (typeof data15 !== "string") {
                              validate90.errors = [{ instancePath: instancePath + "/queueJob", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.queueJob, data: data15 }];
                              return false;
                            }
                            if (!(data15 === "record" || data15 === "request")) {
                              validate90.errors = [{ instancePath: instancePath + "/queueJob", keyword: "enum", params: { allowedValues: schema37.properties.queueJob.enum }, parentSchema: schema37.properties.queueJob, data: data15 }];
                              return false;
                            }
                            var valid0 = _errs30 === errors;
                            if (valid0) {
                              let data16 = data.queueRefusal;
                              const _errs32 = errors;
                              if (typeof data16 !== "string") {
                                validate90.errors = [{ instancePath: instancePath + "/queueRefusal", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.queueRefusal, data: data16 }];
                                return false;
                              }
                              if (!(data16 === "when-full" || data16 === "when-crossing")) {
                                validate90.errors = [{ instancePath: instancePath + "/queueRefusal", keyword: "enum", params: { allowedValues: schema37.properties.queueRefusal.enum }, parentSchema: schema37.properties.queueRefusal, data: data16 }];
                                return false;
                              }
                              var valid0 = _errs32 === errors;
                              if (valid0) {
                                let data17 = data.queueRetryAfter;
                                const _errs34 = errors;
                                if (typeof data17 !== "string") {
                                  validate90.errors = [{ instancePath: instancePath + "/queueRetryAfter", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.queueRetryAfter, data: data17 }];
                                  return false;
                                }
                                if (!(data17 === "sent" || data17 === "absent")) {
                                  validate90.errors = [{ instancePath: instancePath + "/queueRetryAfter", keyword: "enum", params: { allowedValues: schema37.properties.queueRetryAfter.enum }, parentSchema: schema37.properties.queueRetryAfter, data: data17 }];
                                  return false;
                                }
                                var valid0 = _errs34 === errors;
                                if (valid0) {
                                  let data18 = data.externalUserIdField;
                                  const _errs36 = errors;
                                  if (typeof data18 !== "string") {
                                    validate90.errors = [{ instancePath: instancePath + "/externalUserIdField", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.externalUserIdField, data: data18 }];
                                    return false;
                                  }
                                  if (!(data18 === "absent" || data18 === "present")) {
                                    validate90.errors = [{ instancePath: instancePath + "/externalUserIdField", keyword: "enum", params: { allowedValues: schema37.properties.externalUserIdField.enum }, parentSchema: schema37.properties.externalUserIdField, data: data18 }];
                                    return false;
                                  }
                                  var valid0 = _errs36 === errors;
                                  if (valid0) {
                                    let data19 = data.repeatedEvents;
                                    const _errs38 = errors;
                                    if (typeof data19 !== "string") {
                                      validate90.errors = [{ instancePath: instancePath + "/repeatedEvents", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.repeatedEvents, data: data19 }];
                                      return false;
                                    }
                                    if (!(data19 === "drop" || data19 === "keep-both")) {
                                      validate90.errors = [{ instancePath: instancePath + "/repeatedEvents", keyword: "enum", params: { allowedValues: schema37.properties.repeatedEvents.enum }, parentSchema: schema37.properties.repeatedEvents, data: data19 }];
                                      return false;
                                    }
                                    var valid0 = _errs38 === errors;
                                    if (valid0) {
                                      let data20 = data.timestampField;
                                      const _errs40 = errors;
                                      if (typeof data20 !== "string") {
                                        validate90.errors = [{ instancePath: instancePath + "/timestampField", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.timestampField, data: data20 }];
                                        return false;
                                      }
                                      if (!(data20 === "absent" || data20 === "present")) {
                                        validate90.errors = [{ instancePath: instancePath + "/timestampField", keyword: "enum", params: { allowedValues: schema37.properties.timestampField.enum }, parentSchema: schema37.properties.timestampField, data: data20 }];
                                        return false;
                                      }
                                      var valid0 = _errs40 === errors;
                                      if (valid0) {
                                        let data21 = data.eventTimestamp;
                                        const _errs42 = errors;
                                        if (typeof data21 !== "string") {
                                          validate90.errors = [{ instancePath: instancePath + "/eventTimestamp", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.eventTimestamp, data: data21 }];
                                          return false;
                                        }
                                        if (!(data21 === "stored" || data21 === "ignored")) {
                                          validate90.errors = [{ instancePath: instancePath + "/eventTimestamp", keyword: "enum", params: { allowedValues: schema37.properties.eventTimestamp.enum }, parentSchema: schema37.properties.eventTimestamp, data: data21 }];
                                          return false;
                                        }
                                        var valid0 = _errs42 === errors;
                                        if (valid0) {
                                          let data22 = data.reservedEventNames;
                                          const _errs44 = errors;
                                          if (errors === _errs44) {
                                            if (Array.isArray(data22)) {
                                              var valid4 = true;
                                              const len0 = data22.length;
                                              for (let i0 = 0; i0 < len0; i0++) {
                                                let data23 = data22[i0];
                                                const _errs46 = errors;
                                                if (errors === _errs46) {
                                                  if (typeof data23 === "string") {
                                                    if (func2(data23) < 1) {
                                                      validate90.errors = [{ instancePath: instancePath + "/reservedEventNames/" + i0, keyword: "minLength", params: { limit: 1 }, parentSchema: schema37.properties.reservedEventNames.items, data: data23 }];
                                                      return false;
                                                    }
                                                  } else {
                                                    validate90.errors = [{ instancePath: instancePath + "/reservedEventNames/" + i0, keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.reservedEventNames.items, data: data23 }];
                                                    return false;
                                                  }
                                                }
                                                var valid4 = _errs46 === errors;
                                                if (!valid4) {
                                                  break;
                                                }
                                              }
                                            } else {
                                              validate90.errors = [{ instancePath: instancePath + "/reservedEventNames", keyword: "type", params: { type: "array" }, parentSchema: schema37.properties.reservedEventNames, data: data22 }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs44 === errors;
                                          if (valid0) {
                                            let data24 = data.optionalNull;
                                            const _errs48 = errors;
                                            if (typeof data24 !== "string") {
                                              validate90.errors = [{ instancePath: instancePath + "/optionalNull", keyword: "type", params: { type: "string" }, parentSchema: schema37.properties.optionalNull, data: data24 }];
                                              return false;
                                            }
                                            if (!(data24 === "invalid" || data24 === "absent")) {
                                              validate90.errors = [{ instancePath: instancePath + "/optionalNull", keyword: "enum", params: { allowedValues: schema37.properties.optionalNull.enum }, parentSchema: schema37.properties.optionalNull, data: data24 }];
                                              return false;
                                            }
                                            var valid0 = _errs48 === errors;
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      } else {
        validate90.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema37, data }];
        return false;
      }
    }
    validate90.errors = vErrors;
    return errors === 0;
  }
  var schema40 = { "type": "object", "additionalProperties": false, "properties": { "retainImported": { "type": "string", "enum": ["keep-existing", "replace"], "default": "keep-existing" }, "uponConflict": { "type": "string", "enum": ["UPDATE_EXISTING", "RETAIN_IMPORTED"], "default": "UPDATE_EXISTING" }, "authHeader": { "type": "string", "enum": ["either", "x-auth-token", "x-api-key", "authorization"], "default": "either" }, "keys": { "x-secret": true, "type": "object", "additionalProperties": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } } }, "missingUserId": { "type": "string", "enum": ["generate", "refuse"], "default": "generate" }, "invalidRecord": { "type": "string", "enum": ["refuse-all", "skip"], "default": "refuse-all" }, "userIdParameter": { "type": "string", "enum": ["both", "yes-no", "true-false"], "default": "both" }, "pathId": { "type": "string", "enum": ["either", "user-id"], "default": "either" }, "profileComplete": { "type": "string", "enum": ["percentage", "boolean"], "default": "percentage" }, "emailOptinSpelling": { "type": "string", "enum": ["emailOptin", "emailOptIn"], "default": "emailOptin" }, "unauthorizedBody": { "type": "string", "enum": ["absent", "error"], "default": "absent" }, "phonePlus": { "type": "string", "enum": ["accepted", "refused"], "default": "accepted" }, "emptyValues": { "type": "string", "enum": ["values", "absent"], "default": "values" }, "userProperties": { "type": "string", "enum": ["set", "ignored"], "default": "set" }, "defaultProperties": { "type": "string", "enum": ["system", "all"], "default": "system" }, "retryAfter": { "type": "string", "enum": ["sent", "absent"], "default": "sent" }, "rateWindow": { "type": "string", "enum": ["fixed", "sliding"], "default": "fixed" }, "rateLimits": { "type": "object", "additionalProperties": false, "default": {}, "properties": { "bulkCreateUsers": { "$ref": "#/components/schemas/RateLimitOrOff" }, "getBulkCreation": { "$ref": "#/components/schemas/RateLimitOrOff" }, "addUser": { "$ref": "#/components/schemas/RateLimitOrOff" }, "listUsers": { "$ref": "#/components/schemas/RateLimitOrOff" }, "getUser": { "$ref": "#/components/schemas/RateLimitOrOff" }, "updateUser": { "$ref": "#/components/schemas/RateLimitOrOff" }, "deleteUser": { "$ref": "#/components/schemas/RateLimitOrOff" }, "createEvent": { "$ref": "#/components/schemas/RateLimitOrOff" }, "listEvents": { "$ref": "#/components/schemas/RateLimitOrOff" } } }, "processingTime": { "type": "integer", "minimum": 0, "default": 0 } } };
  var schema41 = { "description": "`requests` and `windowSeconds` of a limit, or `off`", "anyOf": [{ "$ref": "#/components/schemas/RateLimit" }, { "type": "string", "const": "off" }] };
  function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    let valid0 = false;
    const _errs1 = errors;
    if (!validate93(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate93.errors : append(vErrors, validate93.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs1 === errors;
    valid0 = valid0 || _valid0;
    if (!valid0) {
      const _errs2 = errors;
      if (typeof data !== "string") {
        const err0 = { instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema41.anyOf[1], data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if ("off" !== data) {
        const err1 = { instancePath, keyword: "const", params: { allowedValue: "off" }, parentSchema: schema41.anyOf[1], data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      var _valid0 = _errs2 === errors;
      valid0 = valid0 || _valid0;
    }
    if (!valid0) {
      const err2 = { instancePath, keyword: "anyOf", params: {}, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
      validate101.errors = vErrors;
      return false;
    } else {
      errors = _errs0;
      if (vErrors !== null) {
        if (_errs0) {
          vErrors.length = _errs0;
        } else {
          vErrors = null;
        }
      }
    }
    validate101.errors = vErrors;
    return errors === 0;
  }
  function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.retainImported === void 0) {
          data.retainImported = "keep-existing";
        }
        if (data.uponConflict === void 0) {
          data.uponConflict = "UPDATE_EXISTING";
        }
        if (data.authHeader === void 0) {
          data.authHeader = "either";
        }
        if (data.missingUserId === void 0) {
          data.missingUserId = "generate";
        }
        if (data.invalidRecord === void 0) {
          data.invalidRecord = "refuse-all";
        }
        if (data.userIdParameter === void 0) {
          data.userIdParameter = "both";
        }
        if (data.pathId === void 0) {
          data.pathId = "either";
        }
        if (data.profileComplete === void 0) {
          data.profileComplete = "percentage";
        }
        if (data.emailOptinSpelling === void 0) {
          data.emailOptinSpelling = "emailOptin";
        }
        if (data.unauthorizedBody === void 0) {
          data.unauthorizedBody = "absent";
        }
        if (data.phonePlus === void 0) {
          data.phonePlus = "accepted";
        }
        if (data.emptyValues === void 0) {
          data.emptyValues = "values";
        }
        if (data.userProperties === void 0) {
          data.userProperties = "set";
        }
        if (data.defaultProperties === void 0) {
          data.defaultProperties = "system";
        }
        if (data.retryAfter === void 0) {
          data.retryAfter = "sent";
        }
        if (data.rateWindow === void 0) {
          data.rateWindow = "fixed";
        }
        if (data.rateLimits === void 0) {
          data.rateLimits = {};
        }
        if (data.processingTime === void 0) {
          data.processingTime = 0;
        }
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func14.call(schema40.properties, key0)) {
            validate100.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema40, data }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          let data0 = data.retainImported;
          const _errs2 = errors;
          if (typeof data0 !== "string") {
            validate100.errors = [{ instancePath: instancePath + "/retainImported", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.retainImported, data: data0 }];
            return false;
          }
          if (!(data0 === "keep-existing" || data0 === "replace")) {
            validate100.errors = [{ instancePath: instancePath + "/retainImported", keyword: "enum", params: { allowedValues: schema40.properties.retainImported.enum }, parentSchema: schema40.properties.retainImported, data: data0 }];
            return false;
          }
          var valid0 = _errs2 === errors;
          if (valid0) {
            let data1 = data.uponConflict;
            const _errs4 = errors;
            if (typeof data1 !== "string") {
              validate100.errors = [{ instancePath: instancePath + "/uponConflict", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.uponConflict, data: data1 }];
              return false;
            }
            if (!(data1 === "UPDATE_EXISTING" || data1 === "RETAIN_IMPORTED")) {
              validate100.errors = [{ instancePath: instancePath + "/uponConflict", keyword: "enum", params: { allowedValues: schema40.properties.uponConflict.enum }, parentSchema: schema40.properties.uponConflict, data: data1 }];
              return false;
            }
            var valid0 = _errs4 === errors;
            if (valid0) {
              let data2 = data.authHeader;
              const _errs6 = errors;
              if (typeof data2 !== "string") {
                validate100.errors = [{ instancePath: instancePath + "/authHeader", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.authHeader, data: data2 }];
                return false;
              }
              if (!(data2 === "either" || data2 === "x-auth-token" || data2 === "x-api-key" || data2 === "authorization")) {
                validate100.errors = [{ instancePath: instancePath + "/authHeader", keyword: "enum", params: { allowedValues: schema40.properties.authHeader.enum }, parentSchema: schema40.properties.authHeader, data: data2 }];
                return false;
              }
              var valid0 = _errs6 === errors;
              if (valid0) {
                if (data.keys !== void 0) {
                  let data3 = data.keys;
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                      for (const key1 in data3) {
                        let data4 = data3[key1];
                        const _errs11 = errors;
                        if (errors === _errs11) {
                          if (Array.isArray(data4)) {
                            if (data4.length < 1) {
                              validate100.errors = [{ instancePath: instancePath + "/keys/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "minItems", params: { limit: 1 }, parentSchema: schema40.properties.keys.additionalProperties, data: data4 }];
                              return false;
                            } else {
                              var valid2 = true;
                              const len0 = data4.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                let data5 = data4[i0];
                                const _errs13 = errors;
                                if (errors === _errs13) {
                                  if (typeof data5 === "string") {
                                    if (func2(data5) < 1) {
                                      validate100.errors = [{ instancePath: instancePath + "/keys/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, keyword: "minLength", params: { limit: 1 }, parentSchema: schema40.properties.keys.additionalProperties.items, data: data5 }];
                                      return false;
                                    }
                                  } else {
                                    validate100.errors = [{ instancePath: instancePath + "/keys/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.keys.additionalProperties.items, data: data5 }];
                                    return false;
                                  }
                                }
                                var valid2 = _errs13 === errors;
                                if (!valid2) {
                                  break;
                                }
                              }
                            }
                          } else {
                            validate100.errors = [{ instancePath: instancePath + "/keys/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "array" }, parentSchema: schema40.properties.keys.additionalProperties, data: data4 }];
                            return false;
                          }
                        }
                        var valid1 = _errs11 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    } else {
                      validate100.errors = [{ instancePath: instancePath + "/keys", keyword: "type", params: { type: "object" }, parentSchema: schema40.properties.keys, data: data3 }];
                      return false;
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  let data6 = data.missingUserId;
                  const _errs15 = errors;
                  if (typeof data6 !== "string") {
                    validate100.errors = [{ instancePath: instancePath + "/missingUserId", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.missingUserId, data: data6 }];
                    return false;
                  }
                  if (!(data6 === "generate" || data6 === "refuse")) {
                    validate100.errors = [{ instancePath: instancePath + "/missingUserId", keyword: "enum", params: { allowedValues: schema40.properties.missingUserId.enum }, parentSchema: schema40.properties.missingUserId, data: data6 }];
                    return false;
                  }
                  var valid0 = _errs15 === errors;
                  if (valid0) {
                    let data7 = data.invalidRecord;
                    const _errs17 = errors;
                    if (typeof data7 !== "string") {
                      validate100.errors = [{ instancePath: instancePath + "/invalidRecord", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.invalidRecord, data: data7 }];
                      return false;
                    }
                    if (!(data7 === "refuse-all" || data7 === "skip")) {
                      validate100.errors = [{ instancePath: instancePath + "/invalidRecord", keyword: "enum", params: { allowedValues: schema40.properties.invalidRecord.enum }, parentSchema: schema40.properties.invalidRecord, data: data7 }];
                      return false;
                    }
                    var valid0 = _errs17 === errors;
                    if (valid0) {
                      let data8 = data.userIdParameter;
                      const _errs19 = errors;
                      if (typeof data8 !== "string") {
                        validate100.errors = [{ instancePath: instancePath + "/userIdParameter", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.userIdParameter, data: data8 }];
                        return false;
                      }
                      if (!(data8 === "both" || data8 === "yes-no" || data8 === "true-false")) {
                        validate100.errors = [{ instancePath: instancePath + "/userIdParameter", keyword: "enum", params: { allowedValues: schema40.properties.userIdParameter.enum }, parentSchema: schema40.properties.userIdParameter, data: data8 }];
                        return false;
                      }
                      var valid0 = _errs19 === errors;
                      if (valid0) {
                        let data9 = data.pathId;
                        const _errs21 = errors;
                        if (typeof data9 !== "string") {
                          validate100.errors = [{ instancePath: instancePath + "/pathId", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.pathId, data: data9 }];
                          return false;
                        }
                        if (!(data9 === "either" || data9 === "user-id")) {
                          validate100.errors = [{ instancePath: instancePath + "/pathId", keyword: "enum", params: { allowedValues: schema40.properties.pathId.enum }, parentSchema: schema40.properties.pathId, data: data9 }];
                          return false;
                        }
                        var valid0 = _errs21 === errors;
                        if (valid0) {
                          let data10 = data.profileComplete;
                          const _errs23 = errors;
                          if (typeof data10 !== "string") {
                            validate100.errors = [{ instancePath: instancePath + "/profileComplete", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.profileComplete, data: data10 }];
                            return false;
                          }
                          if (!(data10 === "percentage" || data10 === "boolean")) {
                            validate100.errors = [{ instancePath: instancePath + "/profileComplete", keyword: "enum", params: { allowedValues: schema40.properties.profileComplete.enum }, parentSchema: schema40.properties.profileComplete, data: data10 }];
                            return false;
                          }
                          var valid0 = _errs23 === errors;
                          if (valid0) {
                            let data11 = data.emailOptinSpelling;
                            const _errs25 = errors;
                            if (typeof data11 !== "string") {
                              validate100.errors = [{ instancePath: instancePath + "/emailOptinSpelling", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.emailOptinSpelling, data: data11 }];
                              return false;
                            }
                            if (!(data11 === "emailOptin" || data11 === "emailOptIn")) {
                              validate100.errors = [{ instancePath: instancePath + "/emailOptinSpelling", keyword: "enum", params: { allowedValues: schema40.properties.emailOptinSpelling.enum }, parentSchema: schema40.properties.emailOptinSpelling, data: data11 }];
                              return false;
                            }
                            var valid0 = _errs25 === errors;
                            if (valid0) {
                              let data12 = data.unauthorizedBody;
                              const _errs27 = errors;
                              if (typeof data12 !== "string") {
                                validate100.errors = [{ instancePath: instancePath + "/unauthorizedBody", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.unauthorizedBody, data: data12 }];
                                return false;
                              }
                              if (!(data12 === "absent" || data12 === "error")) {
                                validate100.errors = [{ instancePath: instancePath + "/unauthorizedBody", keyword: "enum", params: { allowedValues: schema40.properties.unauthorizedBody.enum }, parentSchema: schema40.properties.unauthorizedBody, data: data12 }];
                                return false;
                              }
                              var valid0 = _errs27 === errors;
                              if (valid0) {
                                let data13 = data.phonePlus;
                                const _errs29 = errors;
                                if (typeof data13 !== "string") {
                                  validate100.errors = [{ instancePath: instancePath + "/phonePlus", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.phonePlus, data: data13 }];
                                  return false;
                                }
                                if (!(data13 === "accepted" || data13 === "refused")) {
                                  validate100.errors = [{ instancePath: instancePath + "/phonePlus", keyword: "enum", params: { allowedValues: schema40.properties.phonePlus.enum }, parentSchema: schema40.properties.phonePlus, data: data13 }];
                                  return false;
                                }
                                var valid0 = _errs29 === errors;
                                if (valid0) {
                                  let data14 = data.emptyValues;
                                  const _errs31 = errors;
                                  if (typeof data14 !== "string") {
                                    validate100.errors = [{ instancePath: instancePath + "/emptyValues", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.emptyValues, data: data14 }];
                                    return false;
                                  }
                                  if (!(data14 === "values" || data14 === "absent")) {
                                    validate100.errors = [{ instancePath: instancePath + "/emptyValues", keyword: "enum", params: { allowedValues: schema40.properties.emptyValues.enum }, parentSchema: schema40.properties.emptyValues, data: data14 }];
                                    return false;
                                  }
                                  var valid0 = _errs31 === errors;
                                  if (valid0) {
                                    let data15 = data.userProperties;
                                    const _errs33 = errors;
                                    if (typeof data15 !== "string") {
                                      validate100.errors = [{ instancePath: instancePath + "/userProperties", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.userProperties, data: data15 }];
                                      return false;
                                    }
                                    if (!(data15 === "set" || data15 === "ignored")) {
                                      validate100.errors = [{ instancePath: instancePath + "/userProperties", keyword: "enum", params: { allowedValues: schema40.properties.userProperties.enum }, parentSchema: schema40.properties.userProperties, data: data15 }];
                                      return false;
                                    }
                                    var valid0 = _errs33 === errors;
                                    if (valid0) {
                                      let data16 = data.defaultProperties;
                                      const _errs35 = errors;
                                      if (typeof data16 !== "string") {
                                        validate100.errors = [{ instancePath: instancePath + "/defaultProperties", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.defaultProperties, data: data16 }];
                                        return false;
                                      }
                                      if (!(data16 === "system" || data16 === "all")) {
                                        validate100.errors = [{ instancePath: instancePath + "/defaultProperties", keyword: "enum", params: { allowedValues: schema40.properties.defaultProperties.enum }, parentSchema: schema40.properties.defaultProperties, data: data16 }];
                                        return false;
                                      }
                                      var valid0 = _errs35 === errors;
                                      if (valid0) {
                                        let data17 = data.retryAfter;
                                        const _errs37 = errors;
                                        if (typeof data17 !== "string") {
                                          validate100.errors = [{ instancePath: instancePath + "/retryAfter", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.retryAfter, data: data17 }];
                                          return false;
                                        }
                                        if (!(data17 === "sent" || data17 === "absent")) {
                                          validate100.errors = [{ instancePath: instancePath + "/retryAfter", keyword: "enum", params: { allowedValues: schema40.properties.retryAfter.enum }, parentSchema: schema40.properties.retryAfter, data: data17 }];
                                          return false;
                                        }
                                        var valid0 = _errs37 === errors;
                                        if (valid0) {
                                          let data18 = data.rateWindow;
                                          const _errs39 = errors;
                                          if (typeof data18 !== "string") {
                                            validate100.errors = [{ instancePath: instancePath + "/rateWindow", keyword: "type", params: { type: "string" }, parentSchema: schema40.properties.rateWindow, data: data18 }];
                                            return false;
                                          }
                                          if (!(data18 === "fixed" || data18 === "sliding")) {
                                            validate100.errors = [{ instancePath: instancePath + "/rateWindow", keyword: "enum", params: { allowedValues: schema40.properties.rateWindow.enum }, parentSchema: schema40.properties.rateWindow, data: data18 }];
                                            return false;
                                          }
                                          var valid0 = _errs39 === errors;
                                          if (valid0) {
                                            let data19 = data.rateLimits;
                                            const _errs41 = errors;
                                            if (errors === _errs41) {
                                              if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                                                const _errs43 = errors;
                                                for (const key2 in data19) {
                                                  if (!func14.call(schema40.properties.rateLimits.properties, key2)) {
                                                    validate100.errors = [{ instancePath: instancePath + "/rateLimits", keyword: "additionalProperties", params: { additionalProperty: key2 }, parentSchema: schema40.properties.rateLimits, data: data19 }];
                                                    return false;
                                                    break;
                                                  }
                                                }
                                                if (_errs43 === errors) {
                                                  if (data19.bulkCreateUsers !== void 0) {
                                                    const _errs44 = errors;
                                                    if (!validate101(data19.bulkCreateUsers, { instancePath: instancePath + "/rateLimits/bulkCreateUsers", parentData: data19, parentDataProperty: "bulkCreateUsers", rootData })) {
                                                      vErrors = vErrors === null ? validate101.errors : append(vErrors, validate101.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    var valid3 = _errs44 === errors;
                                                  } else {
                                                    var valid3 = true;
                                                  }
                                                  if (valid3) {
                                                    if (data19.getBulkCreation !== void 0) {
                                                      const _errs45 = errors;
                                                      if (!validate101(data19.getBulkCreation, { instancePath: instancePath + "/rateLimits/getBulkCreation", parentData: data19, parentDataProperty: "getBulkCreation", rootData })) {
                                                        vErrors = vErrors === null ? validate101.errors : append(vErrors, validate101.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var valid3 = _errs45 === errors;
                                                    } else {
                                                      var valid3 = true;
                                                    }
                                                    if (valid3) {
                                                      if (data19.addUser !== void 0) {
                                                        const _errs46 = errors;
                                                        if (!validate101(data19.addUser, { instancePath: instancePath + "/rateLimits/addUser", parentData: data19, parentDataProperty: "addUser", rootData })) {
                                                          vErrors = vErrors === null ? validate101.errors : append(vErrors, validate101.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        var valid3 = _errs46 === errors;
                                                      } else {
                                                        var valid3 = true;
                                                      }
                                                      if (valid3) {
                                                        if (data19.listUsers !== void 0) {
                                                          const _errs47 = errors;
                                                          if (!validate101(data19.listUsers, { instancePath: instancePath + "/rateLimits/listUsers", parentData: data19, parentDataProperty: "listUsers", rootData })) {
                                                            vErrors = vErrors === null ? validate101.errors : append(vErrors, validate101.errors);
                                                            errors = vErrors.length;
                                                          }
                                                          var valid3 = _errs47 === errors;
                                                        } else {
                                                          var valid3 = true;
                                                        }
                                                        if (valid3) {
                                                          if (data19.getUser !== void 0) {
                                                            const _errs48 = errors;
                                                            if (!validate101(data19.getUser, { instancePath: instancePath + "/rateLimits/getUser", parentData: data19, parentDataProperty: "getUser", rootData })) {
                                                              vErrors = vErrors === null ? validate101.errors : append(vErrors, validate101.errors);
                                                              errors = vErrors.length;
                                                            }
                                                            var valid3 = _errs48 === errors;
                                                          } else {
                                                            var valid3 = true;
                                                          }
                                                          if (valid3) {
                                                            if (data19.updateUser !== void 0) {
                                                              const _errs49 = errors;
                                                              if (!validate101(data19.updateUser, { instancePath: instancePath + "/rateLimits/updateUser", parentData: data19, parentDataProperty: "updateUser", rootData })) {
                                                                vErrors = vErrors === null ? validate101.errors : append(vErrors, validate101.errors);
                                                                errors = vErrors.length;
                                                              }
                                                              var valid3 = _errs49 === errors;
                                                            } else {
                                                              var valid3 = true;
                                                            }
                                                            if (valid3) {
                                                              if (data19.deleteUser !== void 0) {
                                                                const _errs50 = errors;
                                                                if (!validate101(data19.deleteUser, { instancePath: instancePath + "/rateLimits/deleteUser", parentData: data19, parentDataProperty: "deleteUser", rootData })) {
                                                                  vErrors = vErrors === null ? validate101.errors : append(vErrors, validate101.errors);
                                                                  errors = vErrors.length;
                                                                }
                                                                var valid3 = _errs50 === errors;
                                                              } else {
                                                                var valid3 = true;
                                                              }
                                                              if (valid3) {
                                                                if (data19.createEvent !== void 0) {
                                                                  const _errs51 = errors;
                                                                  if (!validate101(data19.createEvent, { instancePath: instancePath + "/rateLimits/createEvent", parentData: data19, parentDataProperty: "createEvent", rootData })) {
                                                                    vErrors = vErrors === null ? validate101.errors : append(vErrors, validate101.errors);
                                                                    errors = vErrors.length;
                                                                  }
                                                                  var valid3 = _errs51 === errors;
                                                                } else {
                                                                  var valid3 = true;
                                                                }
                                                                if (valid3) {
                                                                  if (data19.listEvents !== void 0) {
                                                                    const _errs52 = errors;
                                                                    if (!validate101(data19.listEvents, { instancePath: instancePath + "/rateLimits/listEvents", parentData: data19, parentDataProperty: "listEvents", rootData })) {
                                                                      vErrors = vErrors === null ? validate101.errors : append(vErrors, validate101.errors);
                                                                      errors = vErrors.length;
                                                                    }
                                                                    var valid3 = _errs52 === errors;
                                                                  } else {
                                                                    var valid3 = true;
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              } else {
                                                validate100.errors = [{ instancePath: instancePath + "/rateLimits", keyword: "type", params: { type: "object" }, parentSchema: schema40.properties.rateLimits, data: data19 }];
                                                return false;
                                              }
                                            }
                                            var valid0 = _errs41 === errors;
                                            if (valid0) {
                                              let data29 = data.processingTime;
                                              const _errs53 = errors;
                                              if (!(typeof data29 == "number" && (!(data29 % 1) && !isNaN(data29)) && isFinite(data29))) {
                                                validate100.errors = [{ instancePath: instancePath + "/processingTime", keyword: "type", params: { type: "integer" }, parentSchema: schema40.properties.processingTime, data: data29 }];
                                                return false;
                                              }
                                              if (errors === _errs53) {
                                                if (typeof data29 == "number" && isFinite(data29)) {
                                                  if (data29 < 0 || isNaN(data29)) {
                                                    validate100.errors = [{ instancePath: instancePath + "/processingTime", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema40.properties.processingTime, data: data29 }];
                                                    return false;
                                                  }
                                                }
                                              }
                                              var valid0 = _errs53 === errors;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      } else {
        validate100.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema40, data }];
        return false;
      }
    }
    validate100.errors = vErrors;
    return errors === 0;
  }
  var pattern6 = new RegExp("^[!-~]*$", "u");
  var pattern7 = new RegExp("^([A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?|\\[[0-9A-Fa-f:.]+\\])?$", "u");
  var pattern83 = new RegExp("^(\\*|(?!http:.*:80$|https:.*:443$)[a-z][a-z0-9+.-]*://([a-z0-9_.-]+|\\[[0-9a-f:.]+\\])(:[0-9]+)?)?$", "u");
  function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.seed === void 0) {
          data.seed = 1;
        }
        if (data.clock === void 0) {
          data.clock = "system";
        }
        if (data.startTime === void 0) {
          data.startTime = "2026-01-01T00:00:00.000Z";
        }
        if (data.bodyLimit === void 0) {
          data.bodyLimit = 10485760;
        }
        if (data.adminBodyLimit === void 0) {
          data.adminBodyLimit = 1073741824;
        }
        if (data.journalLimit === void 0) {
          data.journalLimit = 1e4;
        }
        if (data.ledgerLimit === void 0) {
          data.ledgerLimit = 1e6;
        }
        if (data.journalBodies === void 0) {
          data.journalBodies = false;
        }
        if (data.faults === void 0) {
          data.faults = [];
        }
        if (data.strict === void 0) {
          data.strict = false;
        }
        if (data.rateLimitHeaders === void 0) {
          data.rateLimitHeaders = "none";
        }
        if (data.allowedHosts === void 0) {
          data.allowedHosts = [];
        }
        if (data.cors === void 0) {
          data.cors = [];
        }
        if (data.vibefollow === void 0) {
          data.vibefollow = {};
        }
        if (data.yellow === void 0) {
          data.yellow = {};
        }
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func14.call(schema21.properties, key0)) {
            validate54.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema21, data }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          let data0 = data.seed;
          const _errs2 = errors;
          if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
            validate54.errors = [{ instancePath: instancePath + "/seed", keyword: "type", params: { type: "integer" }, parentSchema: schema21.properties.seed, data: data0 }];
            return false;
          }
          if (errors === _errs2) {
            if (typeof data0 == "number" && isFinite(data0)) {
              if (data0 > 4294967295 || isNaN(data0)) {
                validate54.errors = [{ instancePath: instancePath + "/seed", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, parentSchema: schema21.properties.seed, data: data0 }];
                return false;
              } else {
                if (data0 < 0 || isNaN(data0)) {
                  validate54.errors = [{ instancePath: instancePath + "/seed", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema21.properties.seed, data: data0 }];
                  return false;
                }
              }
            }
          }
          var valid0 = _errs2 === errors;
          if (valid0) {
            let data1 = data.clock;
            const _errs4 = errors;
            if (typeof data1 !== "string") {
              validate54.errors = [{ instancePath: instancePath + "/clock", keyword: "type", params: { type: "string" }, parentSchema: schema21.properties.clock, data: data1 }];
              return false;
            }
            if (!(data1 === "system" || data1 === "manual")) {
              validate54.errors = [{ instancePath: instancePath + "/clock", keyword: "enum", params: { allowedValues: schema21.properties.clock.enum }, parentSchema: schema21.properties.clock, data: data1 }];
              return false;
            }
            var valid0 = _errs4 === errors;
            if (valid0) {
              let data2 = data.startTime;
              const _errs6 = errors;
              if (errors === _errs6) {
                if (errors === _errs6) {
                  if (typeof data2 === "string") {
                    if (!formats04(data2)) {
                      validate54.errors = [{ instancePath: instancePath + "/startTime", keyword: "format", params: { format: "date-time" }, parentSchema: schema21.properties.startTime, data: data2 }];
                      return false;
                    }
                  } else {
                    validate54.errors = [{ instancePath: instancePath + "/startTime", keyword: "type", params: { type: "string" }, parentSchema: schema21.properties.startTime, data: data2 }];
                    return false;
                  }
                }
              }
              var valid0 = _errs6 === errors;
              if (valid0) {
                let data3 = data.bodyLimit;
                const _errs8 = errors;
                if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                  validate54.errors = [{ instancePath: instancePath + "/bodyLimit", keyword: "type", params: { type: "integer" }, parentSchema: schema21.properties.bodyLimit, data: data3 }];
                  return false;
                }
                if (errors === _errs8) {
                  if (typeof data3 == "number" && isFinite(data3)) {
                    if (data3 < 1 || isNaN(data3)) {
                      validate54.errors = [{ instancePath: instancePath + "/bodyLimit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema21.properties.bodyLimit, data: data3 }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs8 === errors;
                if (valid0) {
                  let data4 = data.adminBodyLimit;
                  const _errs10 = errors;
                  if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                    validate54.errors = [{ instancePath: instancePath + "/adminBodyLimit", keyword: "type", params: { type: "integer" }, parentSchema: schema21.properties.adminBodyLimit, data: data4 }];
                    return false;
                  }
                  if (errors === _errs10) {
                    if (typeof data4 == "number" && isFinite(data4)) {
                      if (data4 < 1 || isNaN(data4)) {
                        validate54.errors = [{ instancePath: instancePath + "/adminBodyLimit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema21.properties.adminBodyLimit, data: data4 }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs10 === errors;
                  if (valid0) {
                    let data5 = data.journalLimit;
                    const _errs12 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate54.errors = [{ instancePath: instancePath + "/journalLimit", keyword: "type", params: { type: "integer" }, parentSchema: schema21.properties.journalLimit, data: data5 }];
                      return false;
                    }
                    if (errors === _errs12) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 < 0 || isNaN(data5)) {
                          validate54.errors = [{ instancePath: instancePath + "/journalLimit", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema21.properties.journalLimit, data: data5 }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs12 === errors;
                    if (valid0) {
                      let data6 = data.ledgerLimit;
                      const _errs14 = errors;
                      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                        validate54.errors = [{ instancePath: instancePath + "/ledgerLimit", keyword: "type", params: { type: "integer" }, parentSchema: schema21.properties.ledgerLimit, data: data6 }];
                        return false;
                      }
                      if (errors === _errs14) {
                        if (typeof data6 == "number" && isFinite(data6)) {
                          if (data6 < 0 || isNaN(data6)) {
                            validate54.errors = [{ instancePath: instancePath + "/ledgerLimit", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema21.properties.ledgerLimit, data: data6 }];
                            return false;
                          }
                        }
                      }
                      var valid0 = _errs14 === errors;
                      if (valid0) {
                        const _errs16 = errors;
                        if (!validate55(data.journalBodies, { instancePath: instancePath + "/journalBodies", parentData: data, parentDataProperty: "journalBodies", rootData })) {
                          vErrors = vErrors === null ? validate55.errors : append(vErrors, validate55.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs16 === errors;
                        if (valid0) {
                          let data8 = data.faults;
                          const _errs17 = errors;
                          if (errors === _errs17) {
                            if (Array.isArray(data8)) {
                              var valid1 = true;
                              const len0 = data8.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                const _errs19 = errors;
                                if (!validate57(data8[i0], { instancePath: instancePath + "/faults/" + i0, parentData: data8, parentDataProperty: i0, rootData })) {
                                  vErrors = vErrors === null ? validate57.errors : append(vErrors, validate57.errors);
                                  errors = vErrors.length;
                                }
                                var valid1 = _errs19 === errors;
                                if (!valid1) {
                                  break;
                                }
                              }
                            } else {
                              validate54.errors = [{ instancePath: instancePath + "/faults", keyword: "type", params: { type: "array" }, parentSchema: schema21.properties.faults, data: data8 }];
                              return false;
                            }
                          }
                          var valid0 = _errs17 === errors;
                          if (valid0) {
                            let data10 = data.strict;
                            const _errs20 = errors;
                            if (typeof data10 !== "boolean") {
                              validate54.errors = [{ instancePath: instancePath + "/strict", keyword: "type", params: { type: "boolean" }, parentSchema: schema21.properties.strict, data: data10 }];
                              return false;
                            }
                            var valid0 = _errs20 === errors;
                            if (valid0) {
                              let data11 = data.rateLimitHeaders;
                              const _errs22 = errors;
                              if (typeof data11 !== "string") {
                                validate54.errors = [{ instancePath: instancePath + "/rateLimitHeaders", keyword: "type", params: { type: "string" }, parentSchema: schema21.properties.rateLimitHeaders, data: data11 }];
                                return false;
                              }
                              if (!(data11 === "none" || data11 === "ietf" || data11 === "x-ratelimit")) {
                                validate54.errors = [{ instancePath: instancePath + "/rateLimitHeaders", keyword: "enum", params: { allowedValues: schema21.properties.rateLimitHeaders.enum }, parentSchema: schema21.properties.rateLimitHeaders, data: data11 }];
                                return false;
                              }
                              var valid0 = _errs22 === errors;
                              if (valid0) {
                                if (data.adminToken !== void 0) {
                                  let data12 = data.adminToken;
                                  const _errs24 = errors;
                                  if (errors === _errs24) {
                                    if (typeof data12 === "string") {
                                      if (func2(data12) < 1) {
                                        validate54.errors = [{ instancePath: instancePath + "/adminToken", keyword: "minLength", params: { limit: 1 }, parentSchema: schema21.properties.adminToken, data: data12 }];
                                        return false;
                                      } else {
                                        if (!pattern6.test(data12)) {
                                          validate54.errors = [{ instancePath: instancePath + "/adminToken", keyword: "pattern", params: { pattern: "^[!-~]*$" }, parentSchema: schema21.properties.adminToken, data: data12 }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate54.errors = [{ instancePath: instancePath + "/adminToken", keyword: "type", params: { type: "string" }, parentSchema: schema21.properties.adminToken, data: data12 }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs24 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  let data13 = data.allowedHosts;
                                  const _errs26 = errors;
                                  if (errors === _errs26) {
                                    if (Array.isArray(data13)) {
                                      var valid2 = true;
                                      const len1 = data13.length;
                                      for (let i1 = 0; i1 < len1; i1++) {
                                        let data14 = data13[i1];
                                        const _errs28 = errors;
                                        if (errors === _errs28) {
                                          if (typeof data14 === "string") {
                                            if (func2(data14) > 253) {
                                              validate54.errors = [{ instancePath: instancePath + "/allowedHosts/" + i1, keyword: "maxLength", params: { limit: 253 }, parentSchema: schema21.properties.allowedHosts.items, data: data14 }];
                                              return false;
                                            } else {
                                              if (func2(data14) < 1) {
                                                validate54.errors = [{ instancePath: instancePath + "/allowedHosts/" + i1, keyword: "minLength", params: { limit: 1 }, parentSchema: schema21.properties.allowedHosts.items, data: data14 }];
                                                return false;
                                              } else {
                                                if (!pattern7.test(data14)) {
                                                  validate54.errors = [{ instancePath: instancePath + "/allowedHosts/" + i1, keyword: "pattern", params: { pattern: "^([A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?|\\[[0-9A-Fa-f:.]+\\])?$" }, parentSchema: schema21.properties.allowedHosts.items, data: data14 }];
                                                  return false;
                                                }
                                              }
                                            }
                                          } else {
                                            validate54.errors = [{ instancePath: instancePath + "/allowedHosts/" + i1, keyword: "type", params: { type: "string" }, parentSchema: schema21.properties.allowedHosts.items, data: data14 }];
                                            return false;
                                          }
                                        }
                                        var valid2 = _errs28 === errors;
                                        if (!valid2) {
                                          break;
                                        }
                                      }
                                    } else {
                                      validate54.errors = [{ instancePath: instancePath + "/allowedHosts", keyword: "type", params: { type: "array" }, parentSchema: schema21.properties.allowedHosts, data: data13 }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs26 === errors;
                                  if (valid0) {
                                    let data15 = data.cors;
                                    const _errs30 = errors;
                                    if (errors === _errs30) {
                                      if (Array.isArray(data15)) {
                                        var valid3 = true;
                                        const len2 = data15.length;
                                        for (let i2 = 0; i2 < len2; i2++) {
                                          let data16 = data15[i2];
                                          const _errs32 = errors;
                                          if (errors === _errs32) {
                                            if (typeof data16 === "string") {
                                              if (func2(data16) < 1) {
                                                validate54.errors = [{ instancePath: instancePath + "/cors/" + i2, keyword: "minLength", params: { limit: 1 }, parentSchema: schema21.properties.cors.items, data: data16 }];
                                                return false;
                                              } else {
                                                if (!pattern83.test(data16)) {
                                                  validate54.errors = [{ instancePath: instancePath + "/cors/" + i2, keyword: "pattern", params: { pattern: "^(\\*|(?!http:.*:80$|https:.*:443$)[a-z][a-z0-9+.-]*://([a-z0-9_.-]+|\\[[0-9a-f:.]+\\])(:[0-9]+)?)?$" }, parentSchema: schema21.properties.cors.items, data: data16 }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate54.errors = [{ instancePath: instancePath + "/cors/" + i2, keyword: "type", params: { type: "string" }, parentSchema: schema21.properties.cors.items, data: data16 }];
                                              return false;
                                            }
                                          }
                                          var valid3 = _errs32 === errors;
                                          if (!valid3) {
                                            break;
                                          }
                                        }
                                      } else {
                                        validate54.errors = [{ instancePath: instancePath + "/cors", keyword: "type", params: { type: "array" }, parentSchema: schema21.properties.cors, data: data15 }];
                                        return false;
                                      }
                                    }
                                    var valid0 = _errs30 === errors;
                                    if (valid0) {
                                      const _errs34 = errors;
                                      if (!validate90(data.vibefollow, { instancePath: instancePath + "/vibefollow", parentData: data, parentDataProperty: "vibefollow", rootData })) {
                                        vErrors = vErrors === null ? validate90.errors : append(vErrors, validate90.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs34 === errors;
                                      if (valid0) {
                                        const _errs35 = errors;
                                        if (!validate100(data.yellow, { instancePath: instancePath + "/yellow", parentData: data, parentDataProperty: "yellow", rootData })) {
                                          vErrors = vErrors === null ? validate100.errors : append(vErrors, validate100.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid0 = _errs35 === errors;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      } else {
        validate54.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema21, data }];
        return false;
      }
    }
    validate54.errors = vErrors;
    return errors === 0;
  }
  function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate54(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate54.errors : append(vErrors, validate54.errors);
      errors = vErrors.length;
    }
    validate52.errors = vErrors;
    return errors === 0;
  }
  var clockChange = validate114;
  var schema43 = { "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "advance": { "type": "number", "minimum": 0 }, "time": { "description": "Time to move to, ISO 8601 with a time zone.", "type": "string", "format": "date-time" } } };
  function validate115(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (Object.keys(data).length > 1) {
          validate115.errors = [{ instancePath, keyword: "maxProperties", params: { limit: 1 }, parentSchema: schema43, data }];
          return false;
        } else {
          if (Object.keys(data).length < 1) {
            validate115.errors = [{ instancePath, keyword: "minProperties", params: { limit: 1 }, parentSchema: schema43, data }];
            return false;
          } else {
            const _errs1 = errors;
            for (const key0 in data) {
              if (!(key0 === "advance" || key0 === "time")) {
                validate115.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema43, data }];
                return false;
                break;
              }
            }
            if (_errs1 === errors) {
              if (data.advance !== void 0) {
                let data0 = data.advance;
                const _errs2 = errors;
                if (errors === _errs2) {
                  if (typeof data0 == "number" && isFinite(data0)) {
                    if (data0 < 0 || isNaN(data0)) {
                      validate115.errors = [{ instancePath: instancePath + "/advance", keyword: "minimum", params: { comparison: ">=", limit: 0 }, parentSchema: schema43.properties.advance, data: data0 }];
                      return false;
                    }
                  } else {
                    validate115.errors = [{ instancePath: instancePath + "/advance", keyword: "type", params: { type: "number" }, parentSchema: schema43.properties.advance, data: data0 }];
                    return false;
                  }
                }
                var valid0 = _errs2 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.time !== void 0) {
                  let data1 = data.time;
                  const _errs4 = errors;
                  if (errors === _errs4) {
                    if (errors === _errs4) {
                      if (typeof data1 === "string") {
                        if (!formats04(data1)) {
                          validate115.errors = [{ instancePath: instancePath + "/time", keyword: "format", params: { format: "date-time" }, parentSchema: schema43.properties.time, data: data1 }];
                          return false;
                        }
                      } else {
                        validate115.errors = [{ instancePath: instancePath + "/time", keyword: "type", params: { type: "string" }, parentSchema: schema43.properties.time, data: data1 }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs4 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      } else {
        validate115.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema43, data }];
        return false;
      }
    }
    validate115.errors = vErrors;
    return errors === 0;
  }
  function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate115(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate115.errors : append(vErrors, validate115.errors);
      errors = vErrors.length;
    }
    validate114.errors = vErrors;
    return errors === 0;
  }
  var faultRule = validate117;
  function validate118(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if (data.fault === void 0 && (missing0 = "fault")) {
          validate118.errors = [{ instancePath, keyword: "required", params: { missingProperty: missing0 }, parentSchema: schema23, data }];
          return false;
        } else {
          const _errs1 = errors;
          for (const key0 in data) {
            if (!(key0 === "id" || key0 === "on" || key0 === "fault" || key0 === "times")) {
              validate118.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema23, data }];
              return false;
              break;
            }
          }
          if (_errs1 === errors) {
            if (data.id !== void 0) {
              let data0 = data.id;
              const _errs2 = errors;
              if (errors === _errs2) {
                if (typeof data0 === "string") {
                  if (func2(data0) < 1) {
                    validate118.errors = [{ instancePath: instancePath + "/id", keyword: "minLength", params: { limit: 1 }, parentSchema: schema23.properties.id, data: data0 }];
                    return false;
                  }
                } else {
                  validate118.errors = [{ instancePath: instancePath + "/id", keyword: "type", params: { type: "string" }, parentSchema: schema23.properties.id, data: data0 }];
                  return false;
                }
              }
              var valid0 = _errs2 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.on !== void 0) {
                const _errs4 = errors;
                if (!validate58(data.on, { instancePath: instancePath + "/on", parentData: data, parentDataProperty: "on", rootData })) {
                  vErrors = vErrors === null ? validate58.errors : append(vErrors, validate58.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.fault !== void 0) {
                  const _errs5 = errors;
                  if (!validate67(data.fault, { instancePath: instancePath + "/fault", parentData: data, parentDataProperty: "fault", rootData })) {
                    vErrors = vErrors === null ? validate67.errors : append(vErrors, validate67.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.times !== void 0) {
                    let data3 = data.times;
                    const _errs6 = errors;
                    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                      validate118.errors = [{ instancePath: instancePath + "/times", keyword: "type", params: { type: "integer" }, parentSchema: schema23.properties.times, data: data3 }];
                      return false;
                    }
                    if (errors === _errs6) {
                      if (typeof data3 == "number" && isFinite(data3)) {
                        if (data3 < 1 || isNaN(data3)) {
                          validate118.errors = [{ instancePath: instancePath + "/times", keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema23.properties.times, data: data3 }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs6 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      } else {
        validate118.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema23, data }];
        return false;
      }
    }
    validate118.errors = vErrors;
    return errors === 0;
  }
  function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate118(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate118.errors : append(vErrors, validate118.errors);
      errors = vErrors.length;
    }
    validate117.errors = vErrors;
    return errors === 0;
  }
  var journalFilter = validate122;
  var schema47 = { "type": "object", "additionalProperties": false, "properties": { "api": { "$ref": "#/components/schemas/ApiName" }, "operation": { "$ref": "#/components/schemas/OperationId" }, "tenant": { "type": "string", "minLength": 1 }, "attempt": { "$ref": "#/components/schemas/NumberRange" }, "call": { "$ref": "#/components/schemas/NumberRange" }, "status": { "$ref": "#/components/schemas/NumberRange" }, "record": { "type": "string", "minLength": 1 } } };
  function validate123(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "api" || key0 === "operation" || key0 === "tenant" || key0 === "attempt" || key0 === "call" || key0 === "status" || key0 === "record")) {
            validate123.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema47, data }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.api !== void 0) {
            const _errs2 = errors;
            if (!validate59(data.api, { instancePath: instancePath + "/api", parentData: data, parentDataProperty: "api", rootData })) {
              vErrors = vErrors === null ? validate59.errors : append(vErrors, validate59.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.operation !== void 0) {
              const _errs3 = errors;
              if (!validate61(data.operation, { instancePath: instancePath + "/operation", parentData: data, parentDataProperty: "operation", rootData })) {
                vErrors = vErrors === null ? validate61.errors : append(vErrors, validate61.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.tenant !== void 0) {
                let data2 = data.tenant;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate123.errors = [{ instancePath: instancePath + "/tenant", keyword: "minLength", params: { limit: 1 }, parentSchema: schema47.properties.tenant, data: data2 }];
                      return false;
                    }
                  } else {
                    validate123.errors = [{ instancePath: instancePath + "/tenant", keyword: "type", params: { type: "string" }, parentSchema: schema47.properties.tenant, data: data2 }];
                    return false;
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.attempt !== void 0) {
                  const _errs6 = errors;
                  if (!validate63(data.attempt, { instancePath: instancePath + "/attempt", parentData: data, parentDataProperty: "attempt", rootData })) {
                    vErrors = vErrors === null ? validate63.errors : append(vErrors, validate63.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.call !== void 0) {
                    const _errs7 = errors;
                    if (!validate63(data.call, { instancePath: instancePath + "/call", parentData: data, parentDataProperty: "call", rootData })) {
                      vErrors = vErrors === null ? validate63.errors : append(vErrors, validate63.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.status !== void 0) {
                      const _errs8 = errors;
                      if (!validate63(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
                        vErrors = vErrors === null ? validate63.errors : append(vErrors, validate63.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs8 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.record !== void 0) {
                        let data6 = data.record;
                        const _errs9 = errors;
                        if (errors === _errs9) {
                          if (typeof data6 === "string") {
                            if (func2(data6) < 1) {
                              validate123.errors = [{ instancePath: instancePath + "/record", keyword: "minLength", params: { limit: 1 }, parentSchema: schema47.properties.record, data: data6 }];
                              return false;
                            }
                          } else {
                            validate123.errors = [{ instancePath: instancePath + "/record", keyword: "type", params: { type: "string" }, parentSchema: schema47.properties.record, data: data6 }];
                            return false;
                          }
                        }
                        var valid0 = _errs9 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      } else {
        validate123.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema47, data }];
        return false;
      }
    }
    validate123.errors = vErrors;
    return errors === 0;
  }
  function validate122(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate123(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate123.errors : append(vErrors, validate123.errors);
      errors = vErrors.length;
    }
    validate122.errors = vErrors;
    return errors === 0;
  }
  var eventFilter = validate130;
  var schema49 = { "type": "object", "additionalProperties": false, "properties": { "type": { "description": "One type, or a list of types.", "anyOf": [{ "$ref": "#/components/schemas/EventType" }, { "type": "array", "items": { "$ref": "#/components/schemas/EventType" } }] }, "api": { "$ref": "#/components/schemas/ApiName" }, "operation": { "$ref": "#/components/schemas/OperationId" }, "tenant": { "type": "string", "minLength": 1 } } };
  var schema50 = { "type": "string", "enum": ["exchangeBegan", "exchangeEnded", "callOpened", "callDelivered", "callRefused", "callQuiet", "callGaveUp", "faultFired", "faultsChanged", "stateChanged", "clockChanged", "journalCleared"] };
  function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (typeof data !== "string") {
      validate132.errors = [{ instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema50, data }];
      return false;
    }
    if (!(data === "exchangeBegan" || data === "exchangeEnded" || data === "callOpened" || data === "callDelivered" || data === "callRefused" || data === "callQuiet" || data === "callGaveUp" || data === "faultFired" || data === "faultsChanged" || data === "stateChanged" || data === "clockChanged" || data === "journalCleared")) {
      validate132.errors = [{ instancePath, keyword: "enum", params: { allowedValues: schema50.enum }, parentSchema: schema50, data }];
      return false;
    }
    validate132.errors = vErrors;
    return errors === 0;
  }
  function validate131(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "api" || key0 === "operation" || key0 === "tenant")) {
            validate131.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema49, data }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs2 = errors;
            const _errs3 = errors;
            let valid1 = false;
            const _errs4 = errors;
            if (!validate132(data0, { instancePath: instancePath + "/type", parentData: data, parentDataProperty: "type", rootData })) {
              vErrors = vErrors === null ? validate132.errors : append(vErrors, validate132.errors);
              errors = vErrors.length;
            }
            var _valid0 = _errs4 === errors;
            valid1 = valid1 || _valid0;
            if (!valid1) {
              const _errs5 = errors;
              if (errors === _errs5) {
                if (Array.isArray(data0)) {
                  var valid2 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs7 = errors;
                    if (!validate132(data0[i0], { instancePath: instancePath + "/type/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
                      vErrors = vErrors === null ? validate132.errors : append(vErrors, validate132.errors);
                      errors = vErrors.length;
                    }
                    var valid2 = _errs7 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                } else {
                  const err0 = { instancePath: instancePath + "/type", keyword: "type", params: { type: "array" }, parentSchema: schema49.properties.type.anyOf[1], data: data0 };
                  if (vErrors === null) {
                    vErrors = [err0];
                  } else {
                    vErrors.push(err0);
                  }
                  errors++;
                }
              }
              var _valid0 = _errs5 === errors;
              valid1 = valid1 || _valid0;
            }
            if (!valid1) {
              const err1 = { instancePath: instancePath + "/type", keyword: "anyOf", params: {}, parentSchema: schema49.properties.type, data: data0 };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
              validate131.errors = vErrors;
              return false;
            } else {
              errors = _errs3;
              if (vErrors !== null) {
                if (_errs3) {
                  vErrors.length = _errs3;
                } else {
                  vErrors = null;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.api !== void 0) {
              const _errs8 = errors;
              if (!validate59(data.api, { instancePath: instancePath + "/api", parentData: data, parentDataProperty: "api", rootData })) {
                vErrors = vErrors === null ? validate59.errors : append(vErrors, validate59.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.operation !== void 0) {
                const _errs9 = errors;
                if (!validate61(data.operation, { instancePath: instancePath + "/operation", parentData: data, parentDataProperty: "operation", rootData })) {
                  vErrors = vErrors === null ? validate61.errors : append(vErrors, validate61.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.tenant !== void 0) {
                  let data4 = data.tenant;
                  const _errs10 = errors;
                  if (errors === _errs10) {
                    if (typeof data4 === "string") {
                      if (func2(data4) < 1) {
                        validate131.errors = [{ instancePath: instancePath + "/tenant", keyword: "minLength", params: { limit: 1 }, parentSchema: schema49.properties.tenant, data: data4 }];
                        return false;
                      }
                    } else {
                      validate131.errors = [{ instancePath: instancePath + "/tenant", keyword: "type", params: { type: "string" }, parentSchema: schema49.properties.tenant, data: data4 }];
                      return false;
                    }
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      } else {
        validate131.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema49, data }];
        return false;
      }
    }
    validate131.errors = vErrors;
    return errors === 0;
  }
  function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate131(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate131.errors : append(vErrors, validate131.errors);
      errors = vErrors.length;
    }
    validate130.errors = vErrors;
    return errors === 0;
  }
  var wait = validate138;
  var schema522 = { "type": "object", "additionalProperties": false, "properties": { "idle": { "type": "integer", "minimum": 1, "maximum": 6e5 }, "timeout": { "type": "integer", "minimum": 1, "maximum": 6e5 } } };
  function validate139(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "idle" || key0 === "timeout")) {
            validate139.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema522, data }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.idle !== void 0) {
            let data0 = data.idle;
            const _errs2 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
              validate139.errors = [{ instancePath: instancePath + "/idle", keyword: "type", params: { type: "integer" }, parentSchema: schema522.properties.idle, data: data0 }];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 > 6e5 || isNaN(data0)) {
                  validate139.errors = [{ instancePath: instancePath + "/idle", keyword: "maximum", params: { comparison: "<=", limit: 6e5 }, parentSchema: schema522.properties.idle, data: data0 }];
                  return false;
                } else {
                  if (data0 < 1 || isNaN(data0)) {
                    validate139.errors = [{ instancePath: instancePath + "/idle", keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema522.properties.idle, data: data0 }];
                    return false;
                  }
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.timeout !== void 0) {
              let data1 = data.timeout;
              const _errs4 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate139.errors = [{ instancePath: instancePath + "/timeout", keyword: "type", params: { type: "integer" }, parentSchema: schema522.properties.timeout, data: data1 }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 > 6e5 || isNaN(data1)) {
                    validate139.errors = [{ instancePath: instancePath + "/timeout", keyword: "maximum", params: { comparison: "<=", limit: 6e5 }, parentSchema: schema522.properties.timeout, data: data1 }];
                    return false;
                  } else {
                    if (data1 < 1 || isNaN(data1)) {
                      validate139.errors = [{ instancePath: instancePath + "/timeout", keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema522.properties.timeout, data: data1 }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      } else {
        validate139.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema522, data }];
        return false;
      }
    }
    validate139.errors = vErrors;
    return errors === 0;
  }
  function validate138(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate139(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate139.errors : append(vErrors, validate139.errors);
      errors = vErrors.length;
    }
    validate138.errors = vErrors;
    return errors === 0;
  }
  var recordFilter = validate141;
  var schema54 = { "type": "object", "additionalProperties": false, "properties": { "tenant": { "type": "string", "minLength": 1 }, "outcome": { "description": "One outcome, or a list of outcomes.", "anyOf": [{ "$ref": "#/components/schemas/RecordOutcome" }, { "type": "array", "items": { "$ref": "#/components/schemas/RecordOutcome" } }] }, "id": { "type": "string" }, "q": { "type": "string", "minLength": 1 }, "limit": { "type": "integer", "minimum": 1 } } };
  var schema55 = { "type": "string", "enum": ["stored", "rejected", "inDoubt", "underWay", "lost", "neverSent"] };
  function validate143(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (typeof data !== "string") {
      validate143.errors = [{ instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema55, data }];
      return false;
    }
    if (!(data === "stored" || data === "rejected" || data === "inDoubt" || data === "underWay" || data === "lost" || data === "neverSent")) {
      validate143.errors = [{ instancePath, keyword: "enum", params: { allowedValues: schema55.enum }, parentSchema: schema55, data }];
      return false;
    }
    validate143.errors = vErrors;
    return errors === 0;
  }
  function validate142(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "tenant" || key0 === "outcome" || key0 === "id" || key0 === "q" || key0 === "limit")) {
            validate142.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema54, data }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.tenant !== void 0) {
            let data0 = data.tenant;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate142.errors = [{ instancePath: instancePath + "/tenant", keyword: "minLength", params: { limit: 1 }, parentSchema: schema54.properties.tenant, data: data0 }];
                  return false;
                }
              } else {
                validate142.errors = [{ instancePath: instancePath + "/tenant", keyword: "type", params: { type: "string" }, parentSchema: schema54.properties.tenant, data: data0 }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.outcome !== void 0) {
              let data1 = data.outcome;
              const _errs4 = errors;
              const _errs5 = errors;
              let valid1 = false;
              const _errs6 = errors;
              if (!validate143(data1, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
                vErrors = vErrors === null ? validate143.errors : append(vErrors, validate143.errors);
                errors = vErrors.length;
              }
              var _valid0 = _errs6 === errors;
              valid1 = valid1 || _valid0;
              if (!valid1) {
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (Array.isArray(data1)) {
                    var valid2 = true;
                    const len0 = data1.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs9 = errors;
                      if (!validate143(data1[i0], { instancePath: instancePath + "/outcome/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
                        vErrors = vErrors === null ? validate143.errors : append(vErrors, validate143.errors);
                        errors = vErrors.length;
                      }
                      var valid2 = _errs9 === errors;
                      if (!valid2) {
                        break;
                      }
                    }
                  } else {
                    const err0 = { instancePath: instancePath + "/outcome", keyword: "type", params: { type: "array" }, parentSchema: schema54.properties.outcome.anyOf[1], data: data1 };
                    if (vErrors === null) {
                      vErrors = [err0];
                    } else {
                      vErrors.push(err0);
                    }
                    errors++;
                  }
                }
                var _valid0 = _errs7 === errors;
                valid1 = valid1 || _valid0;
              }
              if (!valid1) {
                const err1 = { instancePath: instancePath + "/outcome", keyword: "anyOf", params: {}, parentSchema: schema54.properties.outcome, data: data1 };
                if (vErrors === null) {
                  vErrors = [err1];
                } else {
                  vErrors.push(err1);
                }
                errors++;
                validate142.errors = vErrors;
                return false;
              } else {
                errors = _errs5;
                if (vErrors !== null) {
                  if (_errs5) {
                    vErrors.length = _errs5;
                  } else {
                    vErrors = null;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.id !== void 0) {
                let data3 = data.id;
                const _errs10 = errors;
                if (typeof data3 !== "string") {
                  validate142.errors = [{ instancePath: instancePath + "/id", keyword: "type", params: { type: "string" }, parentSchema: schema54.properties.id, data: data3 }];
                  return false;
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.q !== void 0) {
                  let data4 = data.q;
                  const _errs12 = errors;
                  if (errors === _errs12) {
                    if (typeof data4 === "string") {
                      if (func2(data4) < 1) {
                        validate142.errors = [{ instancePath: instancePath + "/q", keyword: "minLength", params: { limit: 1 }, parentSchema: schema54.properties.q, data: data4 }];
                        return false;
                      }
                    } else {
                      validate142.errors = [{ instancePath: instancePath + "/q", keyword: "type", params: { type: "string" }, parentSchema: schema54.properties.q, data: data4 }];
                      return false;
                    }
                  }
                  var valid0 = _errs12 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.limit !== void 0) {
                    let data5 = data.limit;
                    const _errs14 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate142.errors = [{ instancePath: instancePath + "/limit", keyword: "type", params: { type: "integer" }, parentSchema: schema54.properties.limit, data: data5 }];
                      return false;
                    }
                    if (errors === _errs14) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 < 1 || isNaN(data5)) {
                          validate142.errors = [{ instancePath: instancePath + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema54.properties.limit, data: data5 }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs14 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      } else {
        validate142.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema54, data }];
        return false;
      }
    }
    validate142.errors = vErrors;
    return errors === 0;
  }
  function validate141(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate142(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate142.errors : append(vErrors, validate142.errors);
      errors = vErrors.length;
    }
    validate141.errors = vErrors;
    return errors === 0;
  }
  var storedUserFilter = validate147;
  var schema57 = { "type": "object", "additionalProperties": false, "properties": { "api": { "$ref": "#/components/schemas/ApiName" }, "tenant": { "type": "string", "minLength": 1 }, "record": { "type": "string", "minLength": 1 } } };
  function validate148(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "api" || key0 === "tenant" || key0 === "record")) {
            validate148.errors = [{ instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema57, data }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.api !== void 0) {
            const _errs2 = errors;
            if (!validate59(data.api, { instancePath: instancePath + "/api", parentData: data, parentDataProperty: "api", rootData })) {
              vErrors = vErrors === null ? validate59.errors : append(vErrors, validate59.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.tenant !== void 0) {
              let data1 = data.tenant;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (func2(data1) < 1) {
                    validate148.errors = [{ instancePath: instancePath + "/tenant", keyword: "minLength", params: { limit: 1 }, parentSchema: schema57.properties.tenant, data: data1 }];
                    return false;
                  }
                } else {
                  validate148.errors = [{ instancePath: instancePath + "/tenant", keyword: "type", params: { type: "string" }, parentSchema: schema57.properties.tenant, data: data1 }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.record !== void 0) {
                let data2 = data.record;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate148.errors = [{ instancePath: instancePath + "/record", keyword: "minLength", params: { limit: 1 }, parentSchema: schema57.properties.record, data: data2 }];
                      return false;
                    }
                  } else {
                    validate148.errors = [{ instancePath: instancePath + "/record", keyword: "type", params: { type: "string" }, parentSchema: schema57.properties.record, data: data2 }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      } else {
        validate148.errors = [{ instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema57, data }];
        return false;
      }
    }
    validate148.errors = vErrors;
    return errors === 0;
  }
  function validate147(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate148(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate148.errors : append(vErrors, validate148.errors);
      errors = vErrors.length;
    }
    validate147.errors = vErrors;
    return errors === 0;
  }
  var vibeFollowKey = validate151;
  function validate152(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (typeof data === "string") {
        if (func2(data) > 255) {
          validate152.errors = [{ instancePath, keyword: "maxLength", params: { limit: 255 }, parentSchema: schema38, data }];
          return false;
        } else {
          if (!pattern9.test(data)) {
            validate152.errors = [{ instancePath, keyword: "pattern", params: { pattern: "^sk_(live|test)_[A-Za-z0-9_-]{32,}$" }, schema: "^sk_(live|test)_[A-Za-z0-9_-]{32,}$", parentSchema: schema38, data }];
            return false;
          }
        }
      } else {
        validate152.errors = [{ instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema38, data }];
        return false;
      }
    }
    validate152.errors = vErrors;
    return errors === 0;
  }
  function validate151(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate152(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate152.errors : append(vErrors, validate152.errors);
      errors = vErrors.length;
    }
    validate151.errors = vErrors;
    return errors === 0;
  }
  var idempotencyKey = validate154;
  var schema62 = { "description": "A UUID of version 4 (RFC 9562, section 5.4).", "type": "string", "pattern": "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$" };
  var pattern11 = new RegExp("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$", "u");
  function validate156(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
      if (typeof data === "string") {
        if (!pattern11.test(data)) {
          validate156.errors = [{ instancePath, keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$" }, schema: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$", parentSchema: schema62, data }];
          return false;
        }
      } else {
        validate156.errors = [{ instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema62, data }];
        return false;
      }
    }
    validate156.errors = vErrors;
    return errors === 0;
  }
  function validate154(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate156(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate156.errors : append(vErrors, validate156.errors);
      errors = vErrors.length;
    }
    validate154.errors = vErrors;
    return errors === 0;
  }

  // compiled:compiled:states
  var compiled_states_exports = {};
  __export(compiled_states_exports, {
    state: () => state
  });
  var state = validate522;
  var schema212 = { "type": "object", "required": ["version", "vibefollow", "yellow"], "additionalProperties": false, "properties": { "version": { "type": "integer", "const": 1 }, "vibefollow": { "type": "object", "propertyNames": { "pattern": "^prj_[0-9a-f]{16}$" }, "additionalProperties": { "$ref": "#/components/schemas/SavedProject" } }, "yellow": { "type": "object", "propertyNames": { "pattern": "^(?!sk_(live|test)_[A-Za-z0-9_-]{32,247}$)[\\s\\S]" }, "additionalProperties": { "$ref": "#/components/schemas/SavedBot" } } } };
  var pattern32 = new RegExp("^prj_[0-9a-f]{16}$", "u");
  var pattern54 = new RegExp("^(?!sk_(live|test)_[A-Za-z0-9_-]{32,247}$)[\\s\\S]", "u");
  var schema222 = { "type": "object", "required": ["users", "events", "queue", "idempotencyKeys", "windows"], "additionalProperties": false, "properties": { "users": { "type": "array", "items": { "$ref": "#/components/schemas/SavedProjectUser" } }, "events": { "type": "array", "items": { "$ref": "#/components/schemas/SavedProjectEvent" } }, "queue": { "type": "array", "items": { "$ref": "#/components/schemas/SavedJob" } }, "idempotencyKeys": { "type": "array", "items": { "$ref": "#/components/schemas/SavedIdempotencyKey" } }, "windows": { "type": "object", "additionalProperties": false, "properties": { "upsertUser": { "$ref": "#/components/schemas/RequestsTaken" }, "bulkUpsertUsers": { "$ref": "#/components/schemas/RequestsTaken" }, "trackEvent": { "$ref": "#/components/schemas/RequestsTaken" }, "batchTrackEvents": { "$ref": "#/components/schemas/RequestsTaken" }, "bulkTrackEvents": { "$ref": "#/components/schemas/RequestsTaken" } } } } };
  var schema232 = { "type": "object", "required": ["external_user_id", "traits", "createdAt", "updatedAt"], "additionalProperties": false, "properties": { "external_user_id": { "type": "string", "minLength": 1 }, "email": { "type": "string" }, "traits": { "type": "object", "additionalProperties": true }, "createdAt": { "$ref": "#/components/schemas/SavedTime" }, "updatedAt": { "$ref": "#/components/schemas/SavedTime" } } };
  var func15 = require_ucs2length().default;
  var schema242 = { "type": "number", "minimum": -864e13, "maximum": 864e13 };
  function validate572(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (typeof data == "number" && isFinite(data)) {
      if (data > 864e13 || isNaN(data)) {
        const err0 = { instancePath, keyword: "maximum", params: { comparison: "<=", limit: 864e13 }, parentSchema: schema242, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data < -864e13 || isNaN(data)) {
        const err1 = { instancePath, keyword: "minimum", params: { comparison: ">=", limit: -864e13 }, parentSchema: schema242, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    } else {
      const err2 = { instancePath, keyword: "type", params: { type: "number" }, parentSchema: schema242, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate572.errors = vErrors;
    return errors === 0;
  }
  function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.external_user_id === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "external_user_id" }, parentSchema: schema232, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.traits === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "traits" }, parentSchema: schema232, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.createdAt === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "createdAt" }, parentSchema: schema232, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.updatedAt === void 0) {
        const err3 = { instancePath, keyword: "required", params: { missingProperty: "updatedAt" }, parentSchema: schema232, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "external_user_id" || key0 === "email" || key0 === "traits" || key0 === "createdAt" || key0 === "updatedAt")) {
          const err4 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema232, data };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
      if (data.external_user_id !== void 0) {
        let data0 = data.external_user_id;
        if (typeof data0 === "string") {
          if (func15(data0) < 1) {
            const err5 = { instancePath: instancePath + "/external_user_id", keyword: "minLength", params: { limit: 1 }, parentSchema: schema232.properties.external_user_id, data: data0 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        } else {
          const err6 = { instancePath: instancePath + "/external_user_id", keyword: "type", params: { type: "string" }, parentSchema: schema232.properties.external_user_id, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (data.email !== void 0) {
        let data1 = data.email;
        if (typeof data1 !== "string") {
          const err7 = { instancePath: instancePath + "/email", keyword: "type", params: { type: "string" }, parentSchema: schema232.properties.email, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (data.traits !== void 0) {
        let data2 = data.traits;
        if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        } else {
          const err8 = { instancePath: instancePath + "/traits", keyword: "type", params: { type: "object" }, parentSchema: schema232.properties.traits, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      if (data.createdAt !== void 0) {
        if (!validate572(data.createdAt, { instancePath: instancePath + "/createdAt", parentData: data, parentDataProperty: "createdAt", rootData })) {
          vErrors = vErrors === null ? validate572.errors : append(vErrors, validate572.errors);
          errors = vErrors.length;
        }
      }
      if (data.updatedAt !== void 0) {
        if (!validate572(data.updatedAt, { instancePath: instancePath + "/updatedAt", parentData: data, parentDataProperty: "updatedAt", rootData })) {
          vErrors = vErrors === null ? validate572.errors : append(vErrors, validate572.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err9 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema232, data };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    validate56.errors = vErrors;
    return errors === 0;
  }
  var schema252 = { "type": "object", "required": ["external_user_id", "name", "properties", "timestamp"], "additionalProperties": false, "properties": { "external_user_id": { "type": "string", "minLength": 1 }, "name": { "type": "string", "minLength": 1 }, "properties": { "type": "object", "additionalProperties": true }, "timestamp": { "$ref": "#/components/schemas/SavedDate" } } };
  var schema262 = { "description": "A time as in VF-22. The year of a time of arrival may have six digits and a sign.", "type": "string", "pattern": "^([+-][0-9]{2})?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$" };
  var pattern45 = new RegExp("^([+-][0-9]{2})?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$", "u");
  function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (typeof data === "string") {
      if (!pattern45.test(data)) {
        const err0 = { instancePath, keyword: "pattern", params: { pattern: "^([+-][0-9]{2})?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$" }, schema: "^([+-][0-9]{2})?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$", parentSchema: schema262, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    } else {
      const err1 = { instancePath, keyword: "type", params: { type: "string" }, parentSchema: schema262, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate62.errors = vErrors;
    return errors === 0;
  }
  function validate612(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.external_user_id === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "external_user_id" }, parentSchema: schema252, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.name === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "name" }, parentSchema: schema252, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.properties === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "properties" }, parentSchema: schema252, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.timestamp === void 0) {
        const err3 = { instancePath, keyword: "required", params: { missingProperty: "timestamp" }, parentSchema: schema252, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "external_user_id" || key0 === "name" || key0 === "properties" || key0 === "timestamp")) {
          const err4 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema252, data };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
      if (data.external_user_id !== void 0) {
        let data0 = data.external_user_id;
        if (typeof data0 === "string") {
          if (func15(data0) < 1) {
            const err5 = { instancePath: instancePath + "/external_user_id", keyword: "minLength", params: { limit: 1 }, parentSchema: schema252.properties.external_user_id, data: data0 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        } else {
          const err6 = { instancePath: instancePath + "/external_user_id", keyword: "type", params: { type: "string" }, parentSchema: schema252.properties.external_user_id, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (data.name !== void 0) {
        let data1 = data.name;
        if (typeof data1 === "string") {
          if (func15(data1) < 1) {
            const err7 = { instancePath: instancePath + "/name", keyword: "minLength", params: { limit: 1 }, parentSchema: schema252.properties.name, data: data1 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        } else {
          const err8 = { instancePath: instancePath + "/name", keyword: "type", params: { type: "string" }, parentSchema: schema252.properties.name, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      if (data.properties !== void 0) {
        let data2 = data.properties;
        if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        } else {
          const err9 = { instancePath: instancePath + "/properties", keyword: "type", params: { type: "object" }, parentSchema: schema252.properties.properties, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
      if (data.timestamp !== void 0) {
        if (!validate62(data.timestamp, { instancePath: instancePath + "/timestamp", parentData: data, parentDataProperty: "timestamp", rootData })) {
          vErrors = vErrors === null ? validate62.errors : append(vErrors, validate62.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err10 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema252, data };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    validate612.errors = vErrors;
    return errors === 0;
  }
  var schema272 = { "type": "object", "required": ["at"], "additionalProperties": false, "properties": { "at": { "$ref": "#/components/schemas/SavedTime" }, "due": { "$ref": "#/components/schemas/SavedDue" }, "users": { "type": "array", "items": { "type": "object", "required": ["external_user_id"], "additionalProperties": false, "properties": { "external_user_id": { "type": "string", "minLength": 1 }, "email": { "type": "string" }, "traits": { "type": "object", "additionalProperties": true } } } }, "events": { "type": "array", "items": { "type": "object", "required": ["external_user_id", "name", "properties"], "additionalProperties": false, "properties": { "external_user_id": { "type": "string", "minLength": 1 }, "name": { "type": "string", "minLength": 1 }, "properties": { "type": "object", "additionalProperties": true }, "timestamp": { "$ref": "#/components/schemas/SavedDate" } } } } } };
  var schema282 = { "type": "number", "minimum": -864e13 };
  function validate672(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (typeof data == "number" && isFinite(data)) {
      if (data < -864e13 || isNaN(data)) {
        const err0 = { instancePath, keyword: "minimum", params: { comparison: ">=", limit: -864e13 }, parentSchema: schema282, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    } else {
      const err1 = { instancePath, keyword: "type", params: { type: "number" }, parentSchema: schema282, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate672.errors = vErrors;
    return errors === 0;
  }
  function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.at === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "at" }, parentSchema: schema272, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "at" || key0 === "due" || key0 === "users" || key0 === "events")) {
          const err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema272, data };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if (data.at !== void 0) {
        if (!validate572(data.at, { instancePath: instancePath + "/at", parentData: data, parentDataProperty: "at", rootData })) {
          vErrors = vErrors === null ? validate572.errors : append(vErrors, validate572.errors);
          errors = vErrors.length;
        }
      }
      if (data.due !== void 0) {
        if (!validate672(data.due, { instancePath: instancePath + "/due", parentData: data, parentDataProperty: "due", rootData })) {
          vErrors = vErrors === null ? validate672.errors : append(vErrors, validate672.errors);
          errors = vErrors.length;
        }
      }
      if (data.users !== void 0) {
        let data2 = data.users;
        if (Array.isArray(data2)) {
          const len0 = data2.length;
          for (let i0 = 0; i0 < len0; i0++) {
            let data3 = data2[i0];
            if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
              if (data3.external_user_id === void 0) {
                const err2 = { instancePath: instancePath + "/users/" + i0, keyword: "required", params: { missingProperty: "external_user_id" }, parentSchema: schema272.properties.users.items, data: data3 };
                if (vErrors === null) {
                  vErrors = [err2];
                } else {
                  vErrors.push(err2);
                }
                errors++;
              }
              for (const key1 in data3) {
                if (!(key1 === "external_user_id" || key1 === "email" || key1 === "traits")) {
                  const err3 = { instancePath: instancePath + "/users/" + i0, keyword: "additionalProperties", params: { additionalProperty: key1 }, parentSchema: schema272.properties.users.items, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                }
              }
              if (data3.external_user_id !== void 0) {
                let data4 = data3.external_user_id;
                if (typeof data4 === "string") {
                  if (func15(data4) < 1) {
                    const err4 = { instancePath: instancePath + "/users/" + i0 + "/external_user_id", keyword: "minLength", params: { limit: 1 }, parentSchema: schema272.properties.users.items.properties.external_user_id, data: data4 };
                    if (vErrors === null) {
                      vErrors = [err4];
                    } else {
                      vErrors.push(err4);
                    }
                    errors++;
                  }
                } else {
                  const err5 = { instancePath: instancePath + "/users/" + i0 + "/external_user_id", keyword: "type", params: { type: "string" }, parentSchema: schema272.properties.users.items.properties.external_user_id, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                }
              }
              if (data3.email !== void 0) {
                let data5 = data3.email;
                if (typeof data5 !== "string") {
                  const err6 = { instancePath: instancePath + "/users/" + i0 + "/email", keyword: "type", params: { type: "string" }, parentSchema: schema272.properties.users.items.properties.email, data: data5 };
                  if (vErrors === null) {
                    vErrors = [err6];
                  } else {
                    vErrors.push(err6);
                  }
                  errors++;
                }
              }
              if (data3.traits !== void 0) {
                let data6 = data3.traits;
                if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                } else {
                  const err7 = { instancePath: instancePath + "/users/" + i0 + "/traits", keyword: "type", params: { type: "object" }, parentSchema: schema272.properties.users.items.properties.traits, data: data6 };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              }
            } else {
              const err8 = { instancePath: instancePath + "/users/" + i0, keyword: "type", params: { type: "object" }, parentSchema: schema272.properties.users.items, data: data3 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          }
        } else {
          const err9 = { instancePath: instancePath + "/users", keyword: "type", params: { type: "array" }, parentSchema: schema272.properties.users, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
      if (data.events !== void 0) {
        let data7 = data.events;
        if (Array.isArray(data7)) {
          const len1 = data7.length;
          for (let i1 = 0; i1 < len1; i1++) {
            let data8 = data7[i1];
            if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
              if (data8.external_user_id === void 0) {
                const err10 = { instancePath: instancePath + "/events/" + i1, keyword: "required", params: { missingProperty: "external_user_id" }, parentSchema: schema272.properties.events.items, data: data8 };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
              if (data8.name === void 0) {
                const err11 = { instancePath: instancePath + "/events/" + i1, keyword: "required", params: { missingProperty: "name" }, parentSchema: schema272.properties.events.items, data: data8 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
              if (data8.properties === void 0) {
                const err12 = { instancePath: instancePath + "/events/" + i1, keyword: "required", params: { missingProperty: "properties" }, parentSchema: schema272.properties.events.items, data: data8 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
              for (const key2 in data8) {
                if (!(key2 === "external_user_id" || key2 === "name" || key2 === "properties" || key2 === "timestamp")) {
                  const err13 = { instancePath: instancePath + "/events/" + i1, keyword: "additionalProperties", params: { additionalProperty: key2 }, parentSchema: schema272.properties.events.items, data: data8 };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              }
              if (data8.external_user_id !== void 0) {
                let data9 = data8.external_user_id;
                if (typeof data9 === "string") {
                  if (func15(data9) < 1) {
                    const err14 = { instancePath: instancePath + "/events/" + i1 + "/external_user_id", keyword: "minLength", params: { limit: 1 }, parentSchema: schema272.properties.events.items.properties.external_user_id, data: data9 };
                    if (vErrors === null) {
                      vErrors = [err14];
                    } else {
                      vErrors.push(err14);
                    }
                    errors++;
                  }
                } else {
                  const err15 = { instancePath: instancePath + "/events/" + i1 + "/external_user_id", keyword: "type", params: { type: "string" }, parentSchema: schema272.properties.events.items.properties.external_user_id, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              }
              if (data8.name !== void 0) {
                let data10 = data8.name;
                if (typeof data10 === "string") {
                  if (func15(data10) < 1) {
                    const err16 = { instancePath: instancePath + "/events/" + i1 + "/name", keyword: "minLength", params: { limit: 1 }, parentSchema: schema272.properties.events.items.properties.name, data: data10 };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                } else {
                  const err17 = { instancePath: instancePath + "/events/" + i1 + "/name", keyword: "type", params: { type: "string" }, parentSchema: schema272.properties.events.items.properties.name, data: data10 };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
              }
              if (data8.properties !== void 0) {
                let data11 = data8.properties;
                if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                } else {
                  const err18 = { instancePath: instancePath + "/events/" + i1 + "/properties", keyword: "type", params: { type: "object" }, parentSchema: schema272.properties.events.items.properties.properties, data: data11 };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
              }
              if (data8.timestamp !== void 0) {
                if (!validate62(data8.timestamp, { instancePath: instancePath + "/events/" + i1 + "/timestamp", parentData: data8, parentDataProperty: "timestamp", rootData })) {
                  vErrors = vErrors === null ? validate62.errors : append(vErrors, validate62.errors);
                  errors = vErrors.length;
                }
              }
            } else {
              const err19 = { instancePath: instancePath + "/events/" + i1, keyword: "type", params: { type: "object" }, parentSchema: schema272.properties.events.items, data: data8 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
        } else {
          const err20 = { instancePath: instancePath + "/events", keyword: "type", params: { type: "array" }, parentSchema: schema272.properties.events, data: data7 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      }
    } else {
      const err21 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema272, data };
      if (vErrors === null) {
        vErrors = [err21];
      } else {
        vErrors.push(err21);
      }
      errors++;
    }
    validate65.errors = vErrors;
    return errors === 0;
  }
  var schema292 = { "type": "object", "required": ["key", "request", "until", "reply"], "additionalProperties": false, "properties": { "key": { "type": "string", "minLength": 1 }, "request": { "type": "string" }, "until": { "type": "number" }, "reply": { "type": "object", "required": ["status", "body"], "additionalProperties": false, "properties": { "status": { "type": "integer", "enum": [200, 202] }, "body": { "type": "object", "additionalProperties": true } } } } };
  function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.key === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "key" }, parentSchema: schema292, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.request === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "request" }, parentSchema: schema292, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.until === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "until" }, parentSchema: schema292, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.reply === void 0) {
        const err3 = { instancePath, keyword: "required", params: { missingProperty: "reply" }, parentSchema: schema292, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "key" || key0 === "request" || key0 === "until" || key0 === "reply")) {
          const err4 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema292, data };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
      if (data.key !== void 0) {
        let data0 = data.key;
        if (typeof data0 === "string") {
          if (func15(data0) < 1) {
            const err5 = { instancePath: instancePath + "/key", keyword: "minLength", params: { limit: 1 }, parentSchema: schema292.properties.key, data: data0 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        } else {
          const err6 = { instancePath: instancePath + "/key", keyword: "type", params: { type: "string" }, parentSchema: schema292.properties.key, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (data.request !== void 0) {
        let data1 = data.request;
        if (typeof data1 !== "string") {
          const err7 = { instancePath: instancePath + "/request", keyword: "type", params: { type: "string" }, parentSchema: schema292.properties.request, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (data.until !== void 0) {
        let data2 = data.until;
        if (!(typeof data2 == "number" && isFinite(data2))) {
          const err8 = { instancePath: instancePath + "/until", keyword: "type", params: { type: "number" }, parentSchema: schema292.properties.until, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      if (data.reply !== void 0) {
        let data3 = data.reply;
        if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
          if (data3.status === void 0) {
            const err9 = { instancePath: instancePath + "/reply", keyword: "required", params: { missingProperty: "status" }, parentSchema: schema292.properties.reply, data: data3 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (data3.body === void 0) {
            const err10 = { instancePath: instancePath + "/reply", keyword: "required", params: { missingProperty: "body" }, parentSchema: schema292.properties.reply, data: data3 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          for (const key1 in data3) {
            if (!(key1 === "status" || key1 === "body")) {
              const err11 = { instancePath: instancePath + "/reply", keyword: "additionalProperties", params: { additionalProperty: key1 }, parentSchema: schema292.properties.reply, data: data3 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
          if (data3.status !== void 0) {
            let data4 = data3.status;
            if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
              const err12 = { instancePath: instancePath + "/reply/status", keyword: "type", params: { type: "integer" }, parentSchema: schema292.properties.reply.properties.status, data: data4 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (!(data4 === 200 || data4 === 202)) {
              const err13 = { instancePath: instancePath + "/reply/status", keyword: "enum", params: { allowedValues: schema292.properties.reply.properties.status.enum }, parentSchema: schema292.properties.reply.properties.status, data: data4 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          }
          if (data3.body !== void 0) {
            let data5 = data3.body;
            if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            } else {
              const err14 = { instancePath: instancePath + "/reply/body", keyword: "type", params: { type: "object" }, parentSchema: schema292.properties.reply.properties.body, data: data5 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          }
        } else {
          const err15 = { instancePath: instancePath + "/reply", keyword: "type", params: { type: "object" }, parentSchema: schema292.properties.reply, data: data3 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    } else {
      const err16 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema292, data };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
    validate71.errors = vErrors;
    return errors === 0;
  }
  var schema302 = { "type": "array", "items": { "type": "object", "required": ["at", "requests"], "additionalProperties": false, "properties": { "at": { "type": "number" }, "requests": { "type": "integer", "minimum": 1 } } } };
  function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (Array.isArray(data)) {
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
          if (data0.at === void 0) {
            const err0 = { instancePath: instancePath + "/" + i0, keyword: "required", params: { missingProperty: "at" }, parentSchema: schema302.items, data: data0 };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
          if (data0.requests === void 0) {
            const err1 = { instancePath: instancePath + "/" + i0, keyword: "required", params: { missingProperty: "requests" }, parentSchema: schema302.items, data: data0 };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
          for (const key0 in data0) {
            if (!(key0 === "at" || key0 === "requests")) {
              const err2 = { instancePath: instancePath + "/" + i0, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema302.items, data: data0 };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
          }
          if (data0.at !== void 0) {
            let data1 = data0.at;
            if (!(typeof data1 == "number" && isFinite(data1))) {
              const err3 = { instancePath: instancePath + "/" + i0 + "/at", keyword: "type", params: { type: "number" }, parentSchema: schema302.items.properties.at, data: data1 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          }
          if (data0.requests !== void 0) {
            let data2 = data0.requests;
            if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
              const err4 = { instancePath: instancePath + "/" + i0 + "/requests", keyword: "type", params: { type: "integer" }, parentSchema: schema302.items.properties.requests, data: data2 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (typeof data2 == "number" && isFinite(data2)) {
              if (data2 < 1 || isNaN(data2)) {
                const err5 = { instancePath: instancePath + "/" + i0 + "/requests", keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema302.items.properties.requests, data: data2 };
                if (vErrors === null) {
                  vErrors = [err5];
                } else {
                  vErrors.push(err5);
                }
                errors++;
              }
            }
          }
        } else {
          const err6 = { instancePath: instancePath + "/" + i0, keyword: "type", params: { type: "object" }, parentSchema: schema302.items, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    } else {
      const err7 = { instancePath, keyword: "type", params: { type: "array" }, parentSchema: schema302, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    validate73.errors = vErrors;
    return errors === 0;
  }
  function validate552(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.users === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "users" }, parentSchema: schema222, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.events === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "events" }, parentSchema: schema222, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.queue === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "queue" }, parentSchema: schema222, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.idempotencyKeys === void 0) {
        const err3 = { instancePath, keyword: "required", params: { missingProperty: "idempotencyKeys" }, parentSchema: schema222, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (data.windows === void 0) {
        const err4 = { instancePath, keyword: "required", params: { missingProperty: "windows" }, parentSchema: schema222, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "users" || key0 === "events" || key0 === "queue" || key0 === "idempotencyKeys" || key0 === "windows")) {
          const err5 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema222, data };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (data.users !== void 0) {
        let data0 = data.users;
        if (Array.isArray(data0)) {
          const len0 = data0.length;
          for (let i0 = 0; i0 < len0; i0++) {
            if (!validate56(data0[i0], { instancePath: instancePath + "/users/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
              vErrors = vErrors === null ? validate56.errors : append(vErrors, validate56.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err6 = { instancePath: instancePath + "/users", keyword: "type", params: { type: "array" }, parentSchema: schema222.properties.users, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (data.events !== void 0) {
        let data2 = data.events;
        if (Array.isArray(data2)) {
          const len1 = data2.length;
          for (let i1 = 0; i1 < len1; i1++) {
            if (!validate612(data2[i1], { instancePath: instancePath + "/events/" + i1, parentData: data2, parentDataProperty: i1, rootData })) {
              vErrors = vErrors === null ? validate612.errors : append(vErrors, validate612.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err7 = { instancePath: instancePath + "/events", keyword: "type", params: { type: "array" }, parentSchema: schema222.properties.events, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (data.queue !== void 0) {
        let data4 = data.queue;
        if (Array.isArray(data4)) {
          const len2 = data4.length;
          for (let i2 = 0; i2 < len2; i2++) {
            if (!validate65(data4[i2], { instancePath: instancePath + "/queue/" + i2, parentData: data4, parentDataProperty: i2, rootData })) {
              vErrors = vErrors === null ? validate65.errors : append(vErrors, validate65.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err8 = { instancePath: instancePath + "/queue", keyword: "type", params: { type: "array" }, parentSchema: schema222.properties.queue, data: data4 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      if (data.idempotencyKeys !== void 0) {
        let data6 = data.idempotencyKeys;
        if (Array.isArray(data6)) {
          const len3 = data6.length;
          for (let i3 = 0; i3 < len3; i3++) {
            if (!validate71(data6[i3], { instancePath: instancePath + "/idempotencyKeys/" + i3, parentData: data6, parentDataProperty: i3, rootData })) {
              vErrors = vErrors === null ? validate71.errors : append(vErrors, validate71.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err9 = { instancePath: instancePath + "/idempotencyKeys", keyword: "type", params: { type: "array" }, parentSchema: schema222.properties.idempotencyKeys, data: data6 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
      if (data.windows !== void 0) {
        let data8 = data.windows;
        if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
          for (const key1 in data8) {
            if (!(key1 === "upsertUser" || key1 === "bulkUpsertUsers" || key1 === "trackEvent" || key1 === "batchTrackEvents" || key1 === "bulkTrackEvents")) {
              const err10 = { instancePath: instancePath + "/windows", keyword: "additionalProperties", params: { additionalProperty: key1 }, parentSchema: schema222.properties.windows, data: data8 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
          if (data8.upsertUser !== void 0) {
            if (!validate73(data8.upsertUser, { instancePath: instancePath + "/windows/upsertUser", parentData: data8, parentDataProperty: "upsertUser", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data8.bulkUpsertUsers !== void 0) {
            if (!validate73(data8.bulkUpsertUsers, { instancePath: instancePath + "/windows/bulkUpsertUsers", parentData: data8, parentDataProperty: "bulkUpsertUsers", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data8.trackEvent !== void 0) {
            if (!validate73(data8.trackEvent, { instancePath: instancePath + "/windows/trackEvent", parentData: data8, parentDataProperty: "trackEvent", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data8.batchTrackEvents !== void 0) {
            if (!validate73(data8.batchTrackEvents, { instancePath: instancePath + "/windows/batchTrackEvents", parentData: data8, parentDataProperty: "batchTrackEvents", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data8.bulkTrackEvents !== void 0) {
            if (!validate73(data8.bulkTrackEvents, { instancePath: instancePath + "/windows/bulkTrackEvents", parentData: data8, parentDataProperty: "bulkTrackEvents", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err11 = { instancePath: instancePath + "/windows", keyword: "type", params: { type: "object" }, parentSchema: schema222.properties.windows, data: data8 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    } else {
      const err12 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema222, data };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    validate552.errors = vErrors;
    return errors === 0;
  }
  var schema312 = { "type": "object", "required": ["users", "events", "bulkCreations", "waiting", "deletions", "repetitions", "windows"], "additionalProperties": false, "properties": { "users": { "type": "array", "items": { "$ref": "#/components/schemas/SavedBotUser" } }, "events": { "type": "array", "items": { "$ref": "#/components/schemas/SavedBotEvent" } }, "bulkCreations": { "type": "array", "items": { "$ref": "#/components/schemas/SavedBulkCreation" } }, "waiting": { "type": "array", "items": { "$ref": "#/components/schemas/SavedWaitingCreation" } }, "deletions": { "$ref": "#/components/schemas/SavedCounts" }, "repetitions": { "$ref": "#/components/schemas/SavedCounts" }, "windows": { "type": "object", "additionalProperties": false, "properties": { "bulkCreateUsers": { "$ref": "#/components/schemas/RequestsTaken" }, "getBulkCreation": { "$ref": "#/components/schemas/RequestsTaken" }, "addUser": { "$ref": "#/components/schemas/RequestsTaken" }, "listUsers": { "$ref": "#/components/schemas/RequestsTaken" }, "getUser": { "$ref": "#/components/schemas/RequestsTaken" }, "updateUser": { "$ref": "#/components/schemas/RequestsTaken" }, "deleteUser": { "$ref": "#/components/schemas/RequestsTaken" }, "createEvent": { "$ref": "#/components/schemas/RequestsTaken" }, "listEvents": { "$ref": "#/components/schemas/RequestsTaken" } } } } };
  var schema322 = { "type": "object", "required": ["userId", "properties", "createdAt", "updatedAt"], "additionalProperties": false, "properties": { "userId": { "type": "string", "minLength": 1 }, "properties": { "type": "object", "additionalProperties": true }, "createdAt": { "$ref": "#/components/schemas/SavedTime" }, "updatedAt": { "$ref": "#/components/schemas/SavedTime" } } };
  function validate812(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.userId === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "userId" }, parentSchema: schema322, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.properties === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "properties" }, parentSchema: schema322, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.createdAt === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "createdAt" }, parentSchema: schema322, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.updatedAt === void 0) {
        const err3 = { instancePath, keyword: "required", params: { missingProperty: "updatedAt" }, parentSchema: schema322, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "userId" || key0 === "properties" || key0 === "createdAt" || key0 === "updatedAt")) {
          const err4 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema322, data };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
      if (data.userId !== void 0) {
        let data0 = data.userId;
        if (typeof data0 === "string") {
          if (func15(data0) < 1) {
            const err5 = { instancePath: instancePath + "/userId", keyword: "minLength", params: { limit: 1 }, parentSchema: schema322.properties.userId, data: data0 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        } else {
          const err6 = { instancePath: instancePath + "/userId", keyword: "type", params: { type: "string" }, parentSchema: schema322.properties.userId, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (data.properties !== void 0) {
        let data1 = data.properties;
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        } else {
          const err7 = { instancePath: instancePath + "/properties", keyword: "type", params: { type: "object" }, parentSchema: schema322.properties.properties, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (data.createdAt !== void 0) {
        if (!validate572(data.createdAt, { instancePath: instancePath + "/createdAt", parentData: data, parentDataProperty: "createdAt", rootData })) {
          vErrors = vErrors === null ? validate572.errors : append(vErrors, validate572.errors);
          errors = vErrors.length;
        }
      }
      if (data.updatedAt !== void 0) {
        if (!validate572(data.updatedAt, { instancePath: instancePath + "/updatedAt", parentData: data, parentDataProperty: "updatedAt", rootData })) {
          vErrors = vErrors === null ? validate572.errors : append(vErrors, validate572.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err8 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema322, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    validate812.errors = vErrors;
    return errors === 0;
  }
  var schema332 = { "type": "object", "required": ["id", "userId", "event", "payload", "createdAt"], "additionalProperties": false, "properties": { "id": { "type": "string", "minLength": 1 }, "userId": { "type": "string", "minLength": 1 }, "event": { "type": "string", "minLength": 1 }, "source": { "type": "string" }, "payload": { "type": "object", "additionalProperties": true }, "createdAt": { "$ref": "#/components/schemas/SavedDate" } } };
  function validate85(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.id === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "id" }, parentSchema: schema332, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.userId === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "userId" }, parentSchema: schema332, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.event === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "event" }, parentSchema: schema332, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.payload === void 0) {
        const err3 = { instancePath, keyword: "required", params: { missingProperty: "payload" }, parentSchema: schema332, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (data.createdAt === void 0) {
        const err4 = { instancePath, keyword: "required", params: { missingProperty: "createdAt" }, parentSchema: schema332, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "id" || key0 === "userId" || key0 === "event" || key0 === "source" || key0 === "payload" || key0 === "createdAt")) {
          const err5 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema332, data };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (data.id !== void 0) {
        let data0 = data.id;
        if (typeof data0 === "string") {
          if (func15(data0) < 1) {
            const err6 = { instancePath: instancePath + "/id", keyword: "minLength", params: { limit: 1 }, parentSchema: schema332.properties.id, data: data0 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        } else {
          const err7 = { instancePath: instancePath + "/id", keyword: "type", params: { type: "string" }, parentSchema: schema332.properties.id, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (data.userId !== void 0) {
        let data1 = data.userId;
        if (typeof data1 === "string") {
          if (func15(data1) < 1) {
            const err8 = { instancePath: instancePath + "/userId", keyword: "minLength", params: { limit: 1 }, parentSchema: schema332.properties.userId, data: data1 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        } else {
          const err9 = { instancePath: instancePath + "/userId", keyword: "type", params: { type: "string" }, parentSchema: schema332.properties.userId, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
      if (data.event !== void 0) {
        let data2 = data.event;
        if (typeof data2 === "string") {
          if (func15(data2) < 1) {
            const err10 = { instancePath: instancePath + "/event", keyword: "minLength", params: { limit: 1 }, parentSchema: schema332.properties.event, data: data2 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        } else {
          const err11 = { instancePath: instancePath + "/event", keyword: "type", params: { type: "string" }, parentSchema: schema332.properties.event, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
      if (data.source !== void 0) {
        let data3 = data.source;
        if (typeof data3 !== "string") {
          const err12 = { instancePath: instancePath + "/source", keyword: "type", params: { type: "string" }, parentSchema: schema332.properties.source, data: data3 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
      if (data.payload !== void 0) {
        let data4 = data.payload;
        if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        } else {
          const err13 = { instancePath: instancePath + "/payload", keyword: "type", params: { type: "object" }, parentSchema: schema332.properties.payload, data: data4 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
      if (data.createdAt !== void 0) {
        if (!validate62(data.createdAt, { instancePath: instancePath + "/createdAt", parentData: data, parentDataProperty: "createdAt", rootData })) {
          vErrors = vErrors === null ? validate62.errors : append(vErrors, validate62.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err14 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema332, data };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    validate85.errors = vErrors;
    return errors === 0;
  }
  var schema342 = { "type": "object", "required": ["id", "newUsers", "conflictedUsers"], "additionalProperties": false, "properties": { "id": { "type": "string", "minLength": 1 }, "newUsers": { "type": "array", "items": { "type": "string" } }, "conflictedUsers": { "type": "array", "items": { "type": "string" } } } };
  function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.id === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "id" }, parentSchema: schema342, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.newUsers === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "newUsers" }, parentSchema: schema342, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.conflictedUsers === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "conflictedUsers" }, parentSchema: schema342, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "id" || key0 === "newUsers" || key0 === "conflictedUsers")) {
          const err3 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema342, data };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      if (data.id !== void 0) {
        let data0 = data.id;
        if (typeof data0 === "string") {
          if (func15(data0) < 1) {
            const err4 = { instancePath: instancePath + "/id", keyword: "minLength", params: { limit: 1 }, parentSchema: schema342.properties.id, data: data0 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        } else {
          const err5 = { instancePath: instancePath + "/id", keyword: "type", params: { type: "string" }, parentSchema: schema342.properties.id, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (data.newUsers !== void 0) {
        let data1 = data.newUsers;
        if (Array.isArray(data1)) {
          const len0 = data1.length;
          for (let i0 = 0; i0 < len0; i0++) {
            let data2 = data1[i0];
            if (typeof data2 !== "string") {
              const err6 = { instancePath: instancePath + "/newUsers/" + i0, keyword: "type", params: { type: "string" }, parentSchema: schema342.properties.newUsers.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          }
        } else {
          const err7 = { instancePath: instancePath + "/newUsers", keyword: "type", params: { type: "array" }, parentSchema: schema342.properties.newUsers, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (data.conflictedUsers !== void 0) {
        let data3 = data.conflictedUsers;
        if (Array.isArray(data3)) {
          const len1 = data3.length;
          for (let i1 = 0; i1 < len1; i1++) {
            let data4 = data3[i1];
            if (typeof data4 !== "string") {
              const err8 = { instancePath: instancePath + "/conflictedUsers/" + i1, keyword: "type", params: { type: "string" }, parentSchema: schema342.properties.conflictedUsers.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          }
        } else {
          const err9 = { instancePath: instancePath + "/conflictedUsers", keyword: "type", params: { type: "array" }, parentSchema: schema342.properties.conflictedUsers, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    } else {
      const err10 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema342, data };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    validate88.errors = vErrors;
    return errors === 0;
  }
  var schema352 = { "type": "object", "required": ["id", "uponConflict", "users"], "additionalProperties": false, "properties": { "id": { "type": "string", "minLength": 1 }, "at": { "$ref": "#/components/schemas/SavedTime" }, "due": { "$ref": "#/components/schemas/SavedDue" }, "uponConflict": { "type": "string", "enum": ["UPDATE_EXISTING", "RETAIN_IMPORTED"] }, "users": { "type": "array", "items": { "type": "object", "required": ["userId"], "additionalProperties": true, "properties": { "userId": { "type": "string", "minLength": 1 } } } } } };
  function validate902(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.id === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "id" }, parentSchema: schema352, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.uponConflict === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "uponConflict" }, parentSchema: schema352, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.users === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "users" }, parentSchema: schema352, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "id" || key0 === "at" || key0 === "due" || key0 === "uponConflict" || key0 === "users")) {
          const err3 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema352, data };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      if (data.id !== void 0) {
        let data0 = data.id;
        if (typeof data0 === "string") {
          if (func15(data0) < 1) {
            const err4 = { instancePath: instancePath + "/id", keyword: "minLength", params: { limit: 1 }, parentSchema: schema352.properties.id, data: data0 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        } else {
          const err5 = { instancePath: instancePath + "/id", keyword: "type", params: { type: "string" }, parentSchema: schema352.properties.id, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (data.at !== void 0) {
        if (!validate572(data.at, { instancePath: instancePath + "/at", parentData: data, parentDataProperty: "at", rootData })) {
          vErrors = vErrors === null ? validate572.errors : append(vErrors, validate572.errors);
          errors = vErrors.length;
        }
      }
      if (data.due !== void 0) {
        if (!validate672(data.due, { instancePath: instancePath + "/due", parentData: data, parentDataProperty: "due", rootData })) {
          vErrors = vErrors === null ? validate672.errors : append(vErrors, validate672.errors);
          errors = vErrors.length;
        }
      }
      if (data.uponConflict !== void 0) {
        let data3 = data.uponConflict;
        if (typeof data3 !== "string") {
          const err6 = { instancePath: instancePath + "/uponConflict", keyword: "type", params: { type: "string" }, parentSchema: schema352.properties.uponConflict, data: data3 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (!(data3 === "UPDATE_EXISTING" || data3 === "RETAIN_IMPORTED")) {
          const err7 = { instancePath: instancePath + "/uponConflict", keyword: "enum", params: { allowedValues: schema352.properties.uponConflict.enum }, parentSchema: schema352.properties.uponConflict, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (data.users !== void 0) {
        let data4 = data.users;
        if (Array.isArray(data4)) {
          const len0 = data4.length;
          for (let i0 = 0; i0 < len0; i0++) {
            let data5 = data4[i0];
            if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
              if (data5.userId === void 0) {
                const err8 = { instancePath: instancePath + "/users/" + i0, keyword: "required", params: { missingProperty: "userId" }, parentSchema: schema352.properties.users.items, data: data5 };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
              if (data5.userId !== void 0) {
                let data6 = data5.userId;
                if (typeof data6 === "string") {
                  if (func15(data6) < 1) {
                    const err9 = { instancePath: instancePath + "/users/" + i0 + "/userId", keyword: "minLength", params: { limit: 1 }, parentSchema: schema352.properties.users.items.properties.userId, data: data6 };
                    if (vErrors === null) {
                      vErrors = [err9];
                    } else {
                      vErrors.push(err9);
                    }
                    errors++;
                  }
                } else {
                  const err10 = { instancePath: instancePath + "/users/" + i0 + "/userId", keyword: "type", params: { type: "string" }, parentSchema: schema352.properties.users.items.properties.userId, data: data6 };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              }
            } else {
              const err11 = { instancePath: instancePath + "/users/" + i0, keyword: "type", params: { type: "object" }, parentSchema: schema352.properties.users.items, data: data5 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
        } else {
          const err12 = { instancePath: instancePath + "/users", keyword: "type", params: { type: "array" }, parentSchema: schema352.properties.users, data: data4 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
    } else {
      const err13 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema352, data };
      if (vErrors === null) {
        vErrors = [err13];
      } else {
        vErrors.push(err13);
      }
      errors++;
    }
    validate902.errors = vErrors;
    return errors === 0;
  }
  var schema362 = { "type": "object", "additionalProperties": { "type": "integer", "minimum": 1 } };
  function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        let data0 = data[key0];
        if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
          const err0 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "integer" }, parentSchema: schema362.additionalProperties, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (typeof data0 == "number" && isFinite(data0)) {
          if (data0 < 1 || isNaN(data0)) {
            const err1 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "minimum", params: { comparison: ">=", limit: 1 }, parentSchema: schema362.additionalProperties, data: data0 };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      }
    } else {
      const err2 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema362, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate94.errors = vErrors;
    return errors === 0;
  }
  var func152 = Object.prototype.hasOwnProperty;
  function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.users === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "users" }, parentSchema: schema312, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.events === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "events" }, parentSchema: schema312, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.bulkCreations === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "bulkCreations" }, parentSchema: schema312, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.waiting === void 0) {
        const err3 = { instancePath, keyword: "required", params: { missingProperty: "waiting" }, parentSchema: schema312, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (data.deletions === void 0) {
        const err4 = { instancePath, keyword: "required", params: { missingProperty: "deletions" }, parentSchema: schema312, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (data.repetitions === void 0) {
        const err5 = { instancePath, keyword: "required", params: { missingProperty: "repetitions" }, parentSchema: schema312, data };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data.windows === void 0) {
        const err6 = { instancePath, keyword: "required", params: { missingProperty: "windows" }, parentSchema: schema312, data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "users" || key0 === "events" || key0 === "bulkCreations" || key0 === "waiting" || key0 === "deletions" || key0 === "repetitions" || key0 === "windows")) {
          const err7 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema312, data };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (data.users !== void 0) {
        let data0 = data.users;
        if (Array.isArray(data0)) {
          const len0 = data0.length;
          for (let i0 = 0; i0 < len0; i0++) {
            if (!validate812(data0[i0], { instancePath: instancePath + "/users/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
              vErrors = vErrors === null ? validate812.errors : append(vErrors, validate812.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err8 = { instancePath: instancePath + "/users", keyword: "type", params: { type: "array" }, parentSchema: schema312.properties.users, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      if (data.events !== void 0) {
        let data2 = data.events;
        if (Array.isArray(data2)) {
          const len1 = data2.length;
          for (let i1 = 0; i1 < len1; i1++) {
            if (!validate85(data2[i1], { instancePath: instancePath + "/events/" + i1, parentData: data2, parentDataProperty: i1, rootData })) {
              vErrors = vErrors === null ? validate85.errors : append(vErrors, validate85.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err9 = { instancePath: instancePath + "/events", keyword: "type", params: { type: "array" }, parentSchema: schema312.properties.events, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
      if (data.bulkCreations !== void 0) {
        let data4 = data.bulkCreations;
        if (Array.isArray(data4)) {
          const len2 = data4.length;
          for (let i2 = 0; i2 < len2; i2++) {
            if (!validate88(data4[i2], { instancePath: instancePath + "/bulkCreations/" + i2, parentData: data4, parentDataProperty: i2, rootData })) {
              vErrors = vErrors === null ? validate88.errors : append(vErrors, validate88.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err10 = { instancePath: instancePath + "/bulkCreations", keyword: "type", params: { type: "array" }, parentSchema: schema312.properties.bulkCreations, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
      if (data.waiting !== void 0) {
        let data6 = data.waiting;
        if (Array.isArray(data6)) {
          const len3 = data6.length;
          for (let i3 = 0; i3 < len3; i3++) {
            if (!validate902(data6[i3], { instancePath: instancePath + "/waiting/" + i3, parentData: data6, parentDataProperty: i3, rootData })) {
              vErrors = vErrors === null ? validate902.errors : append(vErrors, validate902.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err11 = { instancePath: instancePath + "/waiting", keyword: "type", params: { type: "array" }, parentSchema: schema312.properties.waiting, data: data6 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
      if (data.deletions !== void 0) {
        if (!validate94(data.deletions, { instancePath: instancePath + "/deletions", parentData: data, parentDataProperty: "deletions", rootData })) {
          vErrors = vErrors === null ? validate94.errors : append(vErrors, validate94.errors);
          errors = vErrors.length;
        }
      }
      if (data.repetitions !== void 0) {
        if (!validate94(data.repetitions, { instancePath: instancePath + "/repetitions", parentData: data, parentDataProperty: "repetitions", rootData })) {
          vErrors = vErrors === null ? validate94.errors : append(vErrors, validate94.errors);
          errors = vErrors.length;
        }
      }
      if (data.windows !== void 0) {
        let data10 = data.windows;
        if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
          for (const key1 in data10) {
            if (!func152.call(schema312.properties.windows.properties, key1)) {
              const err12 = { instancePath: instancePath + "/windows", keyword: "additionalProperties", params: { additionalProperty: key1 }, parentSchema: schema312.properties.windows, data: data10 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          }
          if (data10.bulkCreateUsers !== void 0) {
            if (!validate73(data10.bulkCreateUsers, { instancePath: instancePath + "/windows/bulkCreateUsers", parentData: data10, parentDataProperty: "bulkCreateUsers", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data10.getBulkCreation !== void 0) {
            if (!validate73(data10.getBulkCreation, { instancePath: instancePath + "/windows/getBulkCreation", parentData: data10, parentDataProperty: "getBulkCreation", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data10.addUser !== void 0) {
            if (!validate73(data10.addUser, { instancePath: instancePath + "/windows/addUser", parentData: data10, parentDataProperty: "addUser", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data10.listUsers !== void 0) {
            if (!validate73(data10.listUsers, { instancePath: instancePath + "/windows/listUsers", parentData: data10, parentDataProperty: "listUsers", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data10.getUser !== void 0) {
            if (!validate73(data10.getUser, { instancePath: instancePath + "/windows/getUser", parentData: data10, parentDataProperty: "getUser", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data10.updateUser !== void 0) {
            if (!validate73(data10.updateUser, { instancePath: instancePath + "/windows/updateUser", parentData: data10, parentDataProperty: "updateUser", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data10.deleteUser !== void 0) {
            if (!validate73(data10.deleteUser, { instancePath: instancePath + "/windows/deleteUser", parentData: data10, parentDataProperty: "deleteUser", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data10.createEvent !== void 0) {
            if (!validate73(data10.createEvent, { instancePath: instancePath + "/windows/createEvent", parentData: data10, parentDataProperty: "createEvent", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
          if (data10.listEvents !== void 0) {
            if (!validate73(data10.listEvents, { instancePath: instancePath + "/windows/listEvents", parentData: data10, parentDataProperty: "listEvents", rootData })) {
              vErrors = vErrors === null ? validate73.errors : append(vErrors, validate73.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err13 = { instancePath: instancePath + "/windows", keyword: "type", params: { type: "object" }, parentSchema: schema312.properties.windows, data: data10 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    } else {
      const err14 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema312, data };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    validate80.errors = vErrors;
    return errors === 0;
  }
  function validate542(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.version === void 0) {
        const err0 = { instancePath, keyword: "required", params: { missingProperty: "version" }, parentSchema: schema212, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (data.vibefollow === void 0) {
        const err1 = { instancePath, keyword: "required", params: { missingProperty: "vibefollow" }, parentSchema: schema212, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data.yellow === void 0) {
        const err2 = { instancePath, keyword: "required", params: { missingProperty: "yellow" }, parentSchema: schema212, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "version" || key0 === "vibefollow" || key0 === "yellow")) {
          const err3 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 }, parentSchema: schema212, data };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      if (data.version !== void 0) {
        let data0 = data.version;
        if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
          const err4 = { instancePath: instancePath + "/version", keyword: "type", params: { type: "integer" }, parentSchema: schema212.properties.version, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (1 !== data0) {
          const err5 = { instancePath: instancePath + "/version", keyword: "const", params: { allowedValue: 1 }, parentSchema: schema212.properties.version, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (data.vibefollow !== void 0) {
        let data1 = data.vibefollow;
        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
          for (const key1 in data1) {
            const _errs6 = errors;
            if (typeof key1 === "string") {
              if (!pattern32.test(key1)) {
                const err6 = { instancePath: instancePath + "/vibefollow", keyword: "pattern", params: { pattern: "^prj_[0-9a-f]{16}$" }, schema: "^prj_[0-9a-f]{16}$", parentSchema: schema212.properties.vibefollow.propertyNames, data: key1, propertyName: key1 };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            var valid1 = _errs6 === errors;
            if (!valid1) {
              const err7 = { instancePath: instancePath + "/vibefollow", keyword: "propertyNames", params: { propertyName: key1 }, parentSchema: schema212.properties.vibefollow, data: data1 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          }
          for (const key2 in data1) {
            if (!validate552(data1[key2], { instancePath: instancePath + "/vibefollow/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data1, parentDataProperty: key2, rootData })) {
              vErrors = vErrors === null ? validate552.errors : append(vErrors, validate552.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err8 = { instancePath: instancePath + "/vibefollow", keyword: "type", params: { type: "object" }, parentSchema: schema212.properties.vibefollow, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      if (data.yellow !== void 0) {
        let data3 = data.yellow;
        if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
          for (const key3 in data3) {
            const _errs11 = errors;
            if (typeof key3 === "string") {
              if (!pattern54.test(key3)) {
                const err9 = { instancePath: instancePath + "/yellow", keyword: "pattern", params: { pattern: "^(?!sk_(live|test)_[A-Za-z0-9_-]{32,247}$)[\\s\\S]" }, schema: "^(?!sk_(live|test)_[A-Za-z0-9_-]{32,247}$)[\\s\\S]", parentSchema: schema212.properties.yellow.propertyNames, data: key3, propertyName: key3 };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
            var valid3 = _errs11 === errors;
            if (!valid3) {
              const err10 = { instancePath: instancePath + "/yellow", keyword: "propertyNames", params: { propertyName: key3 }, parentSchema: schema212.properties.yellow, data: data3 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
          for (const key4 in data3) {
            if (!validate80(data3[key4], { instancePath: instancePath + "/yellow/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data3, parentDataProperty: key4, rootData })) {
              vErrors = vErrors === null ? validate80.errors : append(vErrors, validate80.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err11 = { instancePath: instancePath + "/yellow", keyword: "type", params: { type: "object" }, parentSchema: schema212.properties.yellow, data: data3 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    } else {
      const err12 = { instancePath, keyword: "type", params: { type: "object" }, parentSchema: schema212, data };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    validate542.errors = vErrors;
    return errors === 0;
  }
  function validate522(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (!validate542(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate542.errors : append(vErrors, validate542.errors);
      errors = vErrors.length;
    }
    validate522.errors = vErrors;
    return errors === 0;
  }
  return __toCommonJS(stdin_exports);
})();

/** Request bodies by operation. If records are validated separately, only the envelope around them. */
export const bodies: { readonly [operation: string]: Validate } = compiled.bodies;
/** Records by operation, if they are validated separately. */
export const records: { readonly [operation: string]: Validate } = compiled.records;
/** Query parameters by operation. Converts their texts to the types of the document and fills in defaults. */
export const queries: { readonly [operation: string]: Validate } = compiled.queries;
/** Header parameters by operation, their names in lower case. */
export const headers: { readonly [operation: string]: Validate } = compiled.headers;
// Validators of parts of the documents. They fill in defaults, which only the options have.
export const validateOptions: Validate = compiled.parts.options;
export const validateClockChange: Validate = compiled.parts.clockChange;
export const validateFaultRule: Validate = compiled.parts.faultRule;
export const validateJournalFilter: Validate = compiled.parts.journalFilter;
export const validateEventFilter: Validate = compiled.parts.eventFilter;
export const validateWait: Validate = compiled.parts.wait;
export const validateRecordFilter: Validate = compiled.parts.recordFilter;
export const validateStoredUserFilter: Validate = compiled.parts.storedUserFilter;
export const validateVibeFollowKey: Validate = compiled.parts.vibeFollowKey;
export const validateIdempotencyKey: Validate = compiled.parts.idempotencyKey;
/** The state of a mock. `errors` has all problems. */
export const validateState: Validate = compiled.states.state;
