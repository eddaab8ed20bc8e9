using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace Lifts.Tests;

/// <summary>The real application on a free port.</summary>
public sealed class Server : IAsyncDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly WebApplication app;

    private Server(WebApplication app) => this.app = app;

    public HttpClient Http { get; } = new();

    public static async Task<Server> Start(params string[] more)
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None",
            "--Accounts:north:Key=n", "--Accounts:north:Halls:0=A",
            "--Accounts:south:Key=s", "--Accounts:south:Halls:0=B",
            "--Accounts:sensor:Key=x", "--Accounts:sensor:Role=sensor",
        ];
        var server = new Server(LiftApp.Build([.. settings, .. more]));
        await server.app.StartAsync(Token);
        server.Http.BaseAddress = new Uri(server.app.Urls.Single());
        return server;
    }

    public async Task<string> Login(string name, string key)
    {
        using var response = await Http.PostAsJsonAsync("login", new { name, key }, Token);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        return body.GetProperty("accessToken").GetString()!;
    }

    public async Task<Screen> Connect(string name, string key) =>
        await Screen.Connect(Http.BaseAddress!, await Login(name, key));

    public async Task Send(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Login("sensor", "x"));
        using var response = await Http.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
    }

    public Task Report(string hall, string lift, LiftState state) =>
        Send(HttpMethod.Put, $"halls/{hall}/lifts/{lift}?state={state}");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
