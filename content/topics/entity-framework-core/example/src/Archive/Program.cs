using Archive;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails();
builder.Services.AddValidation();
// #region register
builder.Services.AddDbContext<ArchiveContext>(options =>
    options.UseSqlite(builder.Configuration.GetConnectionString("Archive")));
builder.Services.AddScoped<FilmCatalog>();
// #endregion register

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();

app.MapGet("/films", (FilmCatalog catalog, CancellationToken token) => catalog.Overview(token));

app.MapGet("/films/{id:int}", async Task<Results<Ok<FilmPage>, NotFound>> (
    int id, FilmCatalog catalog, CancellationToken token) =>
    await catalog.Find(id, token) is { } film ? TypedResults.Ok(FilmPage.Of(film)) : TypedResults.NotFound());

app.MapPost("/films", async Task<Created> (NewFilm input, FilmCatalog catalog, CancellationToken token) =>
    TypedResults.Created($"/films/{await catalog.Add(input, token)}"));

app.MapPut("/films/{id:int}/title", async Task<Results<NoContent, NotFound, Conflict>> (
    int id, TitleEdit edit, FilmCatalog catalog, CancellationToken token) =>
    await catalog.EditTitle(id, edit, token) switch
    {
        EditResult.Saved => TypedResults.NoContent(),
        EditResult.NotFound => TypedResults.NotFound(),
        _ => TypedResults.Conflict(),
    });

await app.RunAsync();
