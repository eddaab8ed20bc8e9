namespace Parking;

/// <summary>Prices of one car park, in cents.</summary>
public sealed record Tariff(int CentsPerHour, int DailyMaximum)
{
    public int Price(TimeSpan stay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stay, TimeSpan.Zero);

        var rest = stay - TimeSpan.FromDays(stay.Days);
        var hours = (int)Math.Ceiling(rest.TotalHours);
        return stay.Days * DailyMaximum + Math.Min(hours * CentsPerHour, DailyMaximum);
    }
}
