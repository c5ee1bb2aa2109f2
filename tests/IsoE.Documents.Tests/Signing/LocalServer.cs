using System.Net;
using System.Net.Sockets;

namespace IsoE.Documents.Tests.Signing;

/// <summary>A server on this machine that answers as a test wants, and counts how often it was asked.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private int _asked;

    public LocalServer(Func<HttpListenerContext, Task> answer)
    {
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Serve(answer);
    }

    public string Address { get; }

    public int Asked => _asked;

    /// <summary>Answers each question, given as the bytes of its body.</summary>
    public static LocalServer That(Func<byte[], byte[]> answers) => new(async context =>
    {
        using var question = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(question);
        var answer = answers(question.ToArray());
        context.Response.ContentLength64 = answer.Length;
        await context.Response.OutputStream.WriteAsync(answer);
    });

    /// <summary>Where nobody listens.</summary>
    public static string Nowhere() => $"http://127.0.0.1:{FreePort()}/";

    public void Dispose() => _listener.Close();

    private async Task Serve(Func<HttpListenerContext, Task> answer)
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                Interlocked.Increment(ref _asked);
                _ = Answer(context, answer);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static async Task Answer(HttpListenerContext context, Func<HttpListenerContext, Task> answer)
    {
        try
        {
            await answer(context);
            context.Response.Close();
        }
        catch (Exception e) when (e is IOException or HttpListenerException or ObjectDisposedException)
        {
            // Whoever asked has gone away.
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
