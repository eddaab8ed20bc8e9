using Garage;
using Microsoft.AspNetCore.Http.HttpResults;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddHttpClient<IHolidays, CityHolidays>(http =>
{
    http.BaseAddress = new Uri(builder.Configuration["HolidaysUrl"]
        ?? throw new InvalidOperationException("HolidaysUrl is missing."));
    http.Timeout = TimeSpan.FromSeconds(2);
});
builder.Services.AddScoped(services => new PayStation(
    new Tariff(PerHour: 2.50m, PerDay: 18m),
    services.GetRequiredService<TimeProvider>(),
    services.GetRequiredService<IHolidays>()));

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();

// #region endpoint
app.MapGet("/fee", async Task<Results<Ok<AmountDue>, BadRequest>> (
    DateTimeOffset entered, PayStation station, CancellationToken token) =>
    await station.Due(entered, token) is { } fee ? TypedResults.Ok(new AmountDue(fee)) : TypedResults.BadRequest());
// #endregion endpoint

app.Run();
