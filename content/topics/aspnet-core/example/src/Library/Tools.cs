using System.ComponentModel.DataAnnotations;

namespace Library;

public sealed record Tool(int Id, string Name, string? LentTo = null);

// #region newloan
public sealed record NewLoan([property: Range(1, 60)] int Days);
// #endregion newloan

/// <summary>The tools, in memory: one object for all requests, so it locks.</summary>
public sealed class Tools
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, Tool> tools = new() { [1] = new(1, "drill"), [2] = new(2, "ladder") };

    public IReadOnlyList<Tool> All()
    {
        lock (gate) return [.. tools.Values];
    }

    public Tool? Find(int id)
    {
        lock (gate) return tools.GetValueOrDefault(id);
    }

    /// <summary>Lends a tool, unless somebody has it already: then it returns null.</summary>
    public Tool? Lend(int id, string user)
    {
        lock (gate)
        {
            if (!tools.TryGetValue(id, out var tool) || tool.LentTo is not null) return null;
            return tools[id] = tool with { LentTo = user };
        }
    }
}
