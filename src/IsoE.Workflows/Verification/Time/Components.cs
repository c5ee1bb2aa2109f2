namespace IsoE.Workflows.Verification.Time;

/// <summary>Sets of activities that lead to each other (Tarjan), without recursion, for long flows.</summary>
internal sealed class Components
{
    private readonly Func<string, IEnumerable<string>> next;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lowest = new(StringComparer.Ordinal);
    private readonly Stack<string> pending = new();
    private readonly HashSet<string> isPending = new(StringComparer.Ordinal);
    private readonly List<IReadOnlySet<string>> found = [];

    private Components(Func<string, IEnumerable<string>> next) => this.next = next;

    /// <summary>The components reached from the start, each after all that it leads to.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> LastFirst(string start, Func<string, IEnumerable<string>> next)
    {
        var components = new Components(next);
        components.Walk(start);
        return components.found;
    }

    private void Walk(string start)
    {
        var open = new Stack<(string Id, IEnumerator<string> Next)>();
        Enter(start, open);
        while (open.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
            {
                open.Pop();
                Leave(top.Id);
                if (open.TryPeek(out var before))
                {
                    lowest[before.Id] = Math.Min(lowest[before.Id], lowest[top.Id]);
                }
            }
            else if (!numbers.TryGetValue(top.Next.Current, out var number))
            {
                Enter(top.Next.Current, open);
            }
            else if (isPending.Contains(top.Next.Current))
            {
                lowest[top.Id] = Math.Min(lowest[top.Id], number);
            }
        }
    }

    private void Enter(string id, Stack<(string, IEnumerator<string>)> open)
    {
        numbers[id] = lowest[id] = numbers.Count;
        pending.Push(id);
        isPending.Add(id);
        open.Push((id, next(id).GetEnumerator()));
    }

    private void Leave(string id)
    {
        if (lowest[id] != numbers[id])
        {
            return;
        }

        var component = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            component.Add(pending.Peek());
            isPending.Remove(pending.Peek());
        }
        while (pending.Pop() != id);

        found.Add(component);
    }
}
