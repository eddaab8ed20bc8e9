using System.Net.WebSockets;
using System.Text;

namespace Lifts.Tests;

/// <summary>A client that speaks the JSON hub protocol over a plain WebSocket.</summary>
public sealed class Screen : IDisposable
{
    private const char End = '\u001e';
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly ClientWebSocket socket = new();
    private readonly StringBuilder received = new();

    public static async Task<Screen> Connect(Uri server, string token)
    {
        var screen = new Screen();
        var url = new UriBuilder(server) { Scheme = "ws", Path = "lifts", Query = $"access_token={token}" };
        await screen.socket.ConnectAsync(url.Uri, Token);
        await screen.Send("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", await screen.Next());
        return screen;
    }

    public Task Send(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, Token);

    public async Task<string> Watch(string hall)
    {
        await Send($$"""{"type":1,"invocationId":"1","target":"Watch","arguments":["{{hall}}"]}""");
        return await Next();
    }

    /// <summary>The next message that isn't a ping; empty if the server closed the connection.</summary>
    public async Task<string> Next()
    {
        var buffer = new byte[4096];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        while (true)
        {
            var all = received.ToString();
            var end = all.IndexOf(End, StringComparison.Ordinal);
            if (end >= 0)
            {
                received.Remove(0, end + 1);
                if (all[..end] is not """{"type":6}""") return all[..end];
                continue;
            }

            var part = await socket.ReceiveAsync(buffer, limit.Token);
            if (part.MessageType == WebSocketMessageType.Close) return "";
            received.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }
    }

    public void Dispose() => socket.Dispose();
}
