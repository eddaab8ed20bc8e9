using System.Security.Claims;
using System.Threading.Channels;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Library;

public static partial class LibraryApp
{
    public static WebApplication Create(string[] args)
    {
        // #region register
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        services.AddOptions<LibraryOptions>().BindConfiguration("Library").ValidateDataAnnotations().ValidateOnStart();
        services.AddProblemDetails();
        services.AddValidation();
        services.AddSingleton<Tools>();
        services.AddScoped<Sender>();
        services.AddSingleton<MailServer>();
        services.AddSingleton(Channel.CreateBounded<Receipt>(100));
        services.AddHostedService<ReceiptWorker>();
        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
        services.AddAuthorization();
        // #endregion register

        // #region proxy
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            if (builder.Configuration["Library:ProxyNetwork"] is not { } network) return;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
        // #endregion proxy

        // #region keys
        services.AddDataProtection()
            .SetApplicationName("tool-library")
            .PersistKeysToFileSystem(new DirectoryInfo(builder.Configuration["Library:KeyFolder"] ?? "keys"));
        // #endregion keys

        // #region pipeline
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        // #endregion pipeline

        // #region endpoints
        var tools = app.MapGroup("/tools");
        tools.MapGet("/", (Tools store) => store.All());
        tools.MapGet("/{id:int}", Results<Ok<Tool>, NotFound> (int id, Tools store) =>
            store.Find(id) is { } tool ? TypedResults.Ok(tool) : TypedResults.NotFound());
        tools.MapPost("/{id:int}/loan", Lend).RequireAuthorization();
        // #endregion endpoints

        // #region login
        // A stand-in: it believes every name.
        app.MapPost("/login/{name}", (string name) =>
        {
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], BearerTokenDefaults.AuthenticationScheme);
            return TypedResults.SignIn(new ClaimsPrincipal(identity), authenticationScheme: BearerTokenDefaults.AuthenticationScheme);
        });
        // #endregion login
        app.MapGet("/broken", string () => throw new InvalidOperationException("the password is s3cret"));
        return app;
    }

    // #region lend
    private static Results<Created<Tool>, NotFound, Conflict, ValidationProblem> Lend(
        int id, NewLoan loan, Tools store, IOptions<LibraryOptions> options, Channel<Receipt> queue,
        ClaimsPrincipal user, HttpRequest request, ILogger<Tools> logger)
    {
        var most = options.Value.MaxDays;
        if (store.Find(id) is null) return TypedResults.NotFound();
        if (loan.Days > most)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["Days"] = [$"At most {most}."] });
        var name = user.Identity?.Name ?? throw new InvalidOperationException("a user without a name");
        if (store.Lend(id, name) is not { } lent) return TypedResults.Conflict();
        if (!queue.Writer.TryWrite(new Receipt(name, lent.Name))) NoReceipt(logger, name);
        return TypedResults.Created($"{request.Scheme}://{request.Host}/tools/{id}", lent);
    }
    // #endregion lend

    [LoggerMessage(LogLevel.Error, "The queue is full: no receipt for {User}")]
    private static partial void NoReceipt(ILogger logger, string user);
}
