namespace Garage;

// #region holidays
public interface IHolidays
{
    Task<bool> Includes(DateOnly day, CancellationToken token);
}
// #endregion holidays

/// <summary>Asks the city for its list of public holidays.</summary>
public sealed class CityHolidays(HttpClient http) : IHolidays
{
    public async Task<bool> Includes(DateOnly day, CancellationToken token)
    {
        var days = await http.GetFromJsonAsync<List<DateOnly>>($"holidays/{day.Year}", token)
            ?? throw new InvalidDataException("The city sent no list of holidays.");
        return days.Contains(day);
    }
}
