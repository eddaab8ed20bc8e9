namespace Garage;

// #region station
/// <summary>What a driver owes now. On public holidays, the garage is free.</summary>
public sealed class PayStation(Tariff tariff, TimeProvider clock, IHolidays holidays)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Null if the ticket is from the future.</summary>
    public async Task<decimal?> Due(DateTimeOffset entered, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        if (entered > now) return null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        return await holidays.Includes(today, token) ? 0m : tariff.Fee(now - entered);
    }
}
// #endregion station
