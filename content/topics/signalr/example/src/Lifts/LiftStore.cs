using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lifts;

[JsonConverter(typeof(JsonStringEnumConverter<LiftState>))]
public enum LiftState { Idle, Moving, Stuck }

/// <summary>All lifts of a hall, with a version that grows with each change.</summary>
public sealed record Hall(string Name, long Version, ImmutableSortedDictionary<string, LiftState> Lifts);

/// <summary>Stands for the database: with several servers, state and version have to be in one place.</summary>
public sealed class LiftStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Hall> halls = new[] { NewHall("A", "A1", "A2"), NewHall("B", "B1") }
        .ToDictionary(hall => hall.Name);

    public Hall? Read(string hall)
    {
        lock (gate) return halls.GetValueOrDefault(hall);
    }

    public Hall? Set(string hall, string lift, LiftState state)
    {
        lock (gate)
        {
            if (Read(hall) is not { } old || !old.Lifts.ContainsKey(lift)) return null;
            return halls[hall] = old with { Version = old.Version + 1, Lifts = old.Lifts.SetItem(lift, state) };
        }
    }

    private static Hall NewHall(string name, params string[] lifts) =>
        new(name, 0, lifts.ToImmutableSortedDictionary(lift => lift, _ => LiftState.Idle));
}
