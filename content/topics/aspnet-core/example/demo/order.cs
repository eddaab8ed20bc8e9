#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
// #region order
var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
builder.Logging.ClearProviders();
var app = builder.Build();

app.Use(async (context, next) =>
{
    Console.WriteLine($"A in   {context.Request.Path}");
    await next(context);
    Console.WriteLine($"A out  {context.Response.StatusCode}");
});
app.Use(async (context, next) =>
{
    var endpoint = context.GetEndpoint()?.DisplayName ?? "none";
    Console.WriteLine($"B sees endpoint: {endpoint}");
    if (context.Request.Query.ContainsKey("closed")) context.Response.StatusCode = 503;
    else await next(context);
});
app.MapGet("/tools", () =>
{
    Console.WriteLine("endpoint");
    return "drill, ladder";
});
// #endregion order

await app.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
foreach (var path in new[] { "/tools", "/tools?closed", "/nowhere" })
{
    await client.GetAsync(path);
    Console.WriteLine();
}
