using System.Net;
using System.Net.Sockets;

namespace IsoE.Documents.Signing.Verification;

/// <summary>A way to the network for addresses that somebody else has written: it does not lead to machines that only this server can reach.</summary>
public static class PublicNetwork
{
    private const int MostRedirections = 3;

    /// <param name="allowsPrivate">Addresses of the own machine and network are allowed too.</param>
    public static SocketsHttpHandler Handler(bool allowsPrivate) => new()
    {
        // A proxy would look names up itself, where nobody could see to which address they lead.
        UseProxy = false,
        UseCookies = false,
        MaxAutomaticRedirections = MostRedirections,
        ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, allowsPrivate, stop),
    };

    /// <summary>Whether machines all over the world know the address by this number.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork ? IsPublic(bytes) : IsPublic6(address, bytes);
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint target, bool allowsPrivate, CancellationToken cancel)
    {
        // Looked up once and connected to that very number: a second look-up could lead elsewhere.
        var addresses = (await Dns.GetHostAddressesAsync(target.Host, cancel)).Where(address => allowsPrivate || IsPublic(address)).ToArray();
        if (addresses.Length == 0) throw new HttpRequestException($"{target.Host} is no address that everybody can reach.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Not one of the special-purpose addresses of RFC 6890.</summary>
    private static bool IsPublic(ReadOnlySpan<byte> address) => address switch
    {
        [0 or 10 or 127, ..] or [>= 224, ..] => false,
        [100, >= 64 and <= 127, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] => false,
        [192, 0, 0 or 2, _] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
        _ => true,
    };

    /// <summary>Global unicast (2000::/3), but not those that carry an address of version 4 or are for examples.</summary>
    private static bool IsPublic6(IPAddress address, ReadOnlySpan<byte> bytes) =>
        (bytes[0] & 0xE0) == 0x20 && !address.IsIPv6Teredo && bytes is not [0x20, 0x02, ..] and not [0x20, 0x01, 0x0D, 0xB8, ..];
}
