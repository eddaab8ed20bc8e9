using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Rates;

/// <summary>What a booking site said: a price, or what went wrong.</summary>
public sealed record Rate(string Site, decimal? Price, string? Problem = null);

/// <summary>Asks booking sites for the price of a room, each for at most <paramref name="limit"/>.</summary>
public sealed class RateFinder(HttpClient http, TimeSpan limit)
{
    private const int AtOnce = 8;

    private sealed record Answer([property: JsonRequired] decimal Price);

    // #region find
    public async Task<IReadOnlyList<Rate>> Find(string room, IReadOnlyList<Uri> sites, CancellationToken token)
    {
        var rates = new Rate[sites.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token };
        await Parallel.ForEachAsync(Enumerable.Range(0, sites.Count), options, async (at, inner) =>
        {
            rates[at] = await Ask(sites[at], room, inner);
        });
        return rates;
    }
    // #endregion find

    // #region ask
    internal async Task<Rate> Ask(Uri site, string room, CancellationToken token)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(token);
        limited.CancelAfter(limit);
        try
        {
            var address = new Uri(site, $"rates?room={Uri.EscapeDataString(room)}");
            var answer = await http.GetFromJsonAsync<Answer>(address, limited.Token);
            return answer is { Price: > 0 } ? new Rate(site.Host, answer.Price) : new Rate(site.Host, null, "no price");
        }
        catch (Exception error) when (!token.IsCancellationRequested)
        {
            return new Rate(site.Host, null, error is OperationCanceledException ? "too slow" : error.Message);
        }
    }
    // #endregion ask
}
