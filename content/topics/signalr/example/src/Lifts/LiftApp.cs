using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.SignalR;

namespace Lifts;

public sealed record Account(string Key, string[]? Halls = null, string? Role = null);

public sealed record Login(string? Name, string? Key);

public static class LiftApp
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);

        // #region services
        builder.Services.AddSingleton<LiftStore>();
        builder.Services.AddSignalR();
        builder.Services.AddAuthorizationBuilder().AddPolicy("sensor", policy => policy.RequireRole("sensor"));
        builder.Services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken(options =>
        {
            options.BearerTokenExpiration = builder.Configuration.GetValue("TokenLifetime", TimeSpan.FromHours(1));
            options.Events.OnMessageReceived = context =>
            {
                if (context.Request.Path.StartsWithSegments("/lifts"))
                {
                    context.Token = context.Request.Query["access_token"];
                }

                return Task.CompletedTask;
            };
        });
        // #endregion services

        var app = builder.Build();
        var accounts = app.Configuration.GetSection("Accounts").Get<Dictionary<string, Account>>() ?? [];

        app.MapPost("/login", (Login login) =>
            accounts.GetValueOrDefault(login.Name ?? "") is { } account && IsSame(account.Key, login.Key ?? "")
                ? Results.SignIn(Principal(login.Name!, account), null, BearerTokenDefaults.AuthenticationScheme)
                : Results.Unauthorized());

        // #region endpoints
        app.MapHub<LiftHub>("/lifts", options => options.CloseOnAuthenticationExpiration = true);

        app.MapPut("/halls/{hall}/lifts/{lift}", async (
            string hall, string lift, LiftState state, LiftStore store, IHubContext<LiftHub, IScreen> hub) =>
        {
            if (!Enum.IsDefined(state)) return Results.BadRequest();
            if (store.Set(hall, lift, state) is not { } changed) return Results.NotFound();
            await hub.Clients.Group(hall).HallChanged(changed);
            return Results.NoContent();
        }).RequireAuthorization("sensor");

        app.MapPost("/screens/{screen}/notices", async (
            string screen, string text, IHubContext<LiftHub, IScreen> hub) =>
        {
            await hub.Clients.User(screen).Notice(text);
            return Results.Accepted();
        }).RequireAuthorization("sensor");
        // #endregion endpoints

        return app;
    }

    private static bool IsSame(string expected, string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    private static ClaimsPrincipal Principal(string name, Account account)
    {
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, name) };
        claims.AddRange((account.Halls ?? []).Select(hall => new Claim("hall", hall)));
        if (account.Role is { } role) claims.Add(new Claim(ClaimTypes.Role, role));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, BearerTokenDefaults.AuthenticationScheme));
    }
}
