namespace Garage;

// #region tariff
/// <summary>Each hour that has begun costs money, up to a maximum per 24 hours.</summary>
public readonly record struct Tariff(decimal PerHour, decimal PerDay)
{
    public decimal Fee(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        var (days, rest) = Math.DivRem(length.Ticks, TimeSpan.TicksPerDay);
        var hours = (rest + TimeSpan.TicksPerHour - 1) / TimeSpan.TicksPerHour;
        return days * PerDay + Math.Min(hours * PerHour, PerDay);
    }
}
// #endregion tariff
