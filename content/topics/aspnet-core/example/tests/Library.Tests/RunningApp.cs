using Microsoft.AspNetCore.Builder;

namespace Library.Tests;

/// <summary>The application on a free port of this machine, with its real pipeline.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningApp(WebApplication app) => this.app = app;

    public required HttpClient Client { get; init; }

    public IServiceProvider Services => app.Services;

    // #region start
    public static async Task<RunningApp> Start(string keyFolder, params string[] more)
    {
        string[] settings = [$"--Library:KeyFolder={keyFolder}", "--Library:MaxDays=14"];
        var app = LibraryApp.Create(["--urls=http://127.0.0.1:0", .. settings, .. more]);
        await app.StartAsync();
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return new RunningApp(app) { Client = client };
    }
    // #endregion start

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
