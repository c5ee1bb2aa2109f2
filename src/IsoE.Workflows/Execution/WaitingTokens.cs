using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>The waiting tokens of one flowchart at one moment, ordered for the questions merges ask.</summary>
internal sealed class WaitingTokens
{
    private readonly ILookup<string, Token> byTarget;
    private readonly Dictionary<Connection, Token> oldest = [];
    private readonly HashSet<string> open;

    public WaitingTokens(IEnumerable<Token> tokens, IEnumerable<ActivityInstance> open)
    {
        byTarget = tokens.ToLookup(t => t.TargetActivityId, StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            oldest.TryAdd(ConnectionOf(token), token);
        }

        this.open = open.Select(a => a.ActivityId).ToHashSet(StringComparer.Ordinal);
    }

    public bool Any => oldest.Count > 0;

    /// <summary>The longest waiting token of every connection, in the order they were emitted.</summary>
    public IEnumerable<Token> OldestOfEachConnection => oldest.Values;

    public IEnumerable<string> Targets => byTarget.Select(t => t.Key);

    public static Connection ConnectionOf(Token token) =>
        new(token.SourceActivityId, token.SourcePort, token.TargetActivityId);

    public List<Token> At(string activityId) => [.. byTarget[activityId]];

    public bool Has(Connection connection) => oldest.ContainsKey(connection);

    /// <summary>Whether control is on its way through the activity: it runs, or a token waits to start it.</summary>
    public bool IsBusy(string activityId) => open.Contains(activityId) || byTarget.Contains(activityId);

    /// <summary>One token of each connection, or null when one has none.</summary>
    public List<Token>? OneOfEach(IEnumerable<Connection> connections)
    {
        var found = new List<Token>();
        foreach (var connection in connections)
        {
            if (!oldest.TryGetValue(connection, out var token))
            {
                return null;
            }

            found.Add(token);
        }

        return found;
    }
}
