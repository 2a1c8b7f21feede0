/** The name and the port of a host, as in `Host`. The second form is an IPv6 address. */
const authority = /^(?:([\w-]+(?:\.[\w-]+)*)\.?|\[([\da-f:.]+)\])(?::\d*)?$/i;
const loopbackIpv4 = /^127(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
/** `[::1]`, and the IPv4 addresses 127.x.y.z in IPv6. */
const loopbackIpv6 = /^\[::(1|ffff:7f[\da-f]{2}:[\da-f]{1,4})\]$/;

/**
 * The host name in `localhost:4010` or `[::1]:4010`: in lower case, without port and final dot. `undefined` if the text
 * names no host.
 */
export function toHostName(text: string): string | undefined {
  const [, name, address] = authority.exec(text) ?? [];
  return address === undefined ? name?.toLowerCase() : toIpv6Name(address);
}

/** The host name of an address or name to listen on. An IPv6 address has no brackets there. */
export function toListeningName(host: string): string | undefined {
  return host.includes(':') && !host.startsWith('[') ? toIpv6Name(host) : toHostName(host);
}

/** Whether a host name can only mean this machine. A DNS server of a stranger cannot change that. */
export function isLoopbackName(name: string): boolean {
  return /(^|\.)localhost$/.test(name) || loopbackIpv4.test(name) || loopbackIpv6.test(name);
}

/** Whether the IP address of a client is an address of this machine alone. A zone, as in `::1%lo`, does not matter. */
export function isLoopbackAddress(address: string): boolean {
  return loopbackIpv4.test(address) || loopbackIpv6.test(toIpv6Name(address.replace(/%\w+$/, '')) ?? '');
}

/** The one spelling of an IPv6 address, in brackets. */
function toIpv6Name(address: string): string | undefined {
  const url = `http://[${address}]`;
  return /^[\da-f:.]+$/i.test(address) && URL.canParse(url) ? new URL(url).hostname : undefined;
}
