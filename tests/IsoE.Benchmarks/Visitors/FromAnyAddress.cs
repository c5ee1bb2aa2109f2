using System.Net;
using System.Net.Sockets;

namespace IsoE.Benchmarks.Visitors;

/// <summary>Clients that come from addresses of their own, as visitors do: limits are counted by address.</summary>
internal static class FromAnyAddress
{
    private static int _last;

    /// <param name="keepsConnection">An officer's browser keeps its connection; a citizen looks once and is gone.</param>
    public static HttpClient Client(Uri server, bool keepsConnection, CookieContainer? cookies = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = cookies is not null,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(Next(), 0));
                await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        if (cookies is not null) handler.CookieContainer = cookies;
        var client = new HttpClient(handler) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(10) };
        client.DefaultRequestHeaders.ConnectionClose = !keepsConnection;
        return client;
    }

    /// <summary>Of the loopback network, the whole of 127.1.0.0/16 and beyond.</summary>
    private static IPAddress Next()
    {
        var number = Interlocked.Increment(ref _last);
        return new IPAddress([127, (byte)(1 + (number >> 16 & 0x3f)), (byte)(number >> 8), (byte)(number | 1)]);
    }
}
