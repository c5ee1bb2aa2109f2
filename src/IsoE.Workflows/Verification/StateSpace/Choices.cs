namespace IsoE.Workflows.Verification.StateSpace;

/// <summary>Walks through all ways of making a series of choices, one way per round.</summary>
internal sealed class Choices
{
    private readonly List<(int Chosen, int Count)> made = [];
    private int at;

    public int Next(int count)
    {
        if (at == made.Count)
        {
            made.Add((0, count));
        }

        return made[at++].Chosen;
    }

    /// <summary>Whether the choice about to be made is made for the first time in this way.</summary>
    public bool IsNew => at == made.Count;

    /// <summary>Goes to the next way; false when all have been walked.</summary>
    public bool Advance()
    {
        at = 0;
        while (made.Count > 0 && made[^1].Chosen + 1 == made[^1].Count)
        {
            made.RemoveAt(made.Count - 1);
        }

        if (made.Count > 0)
        {
            made[^1] = (made[^1].Chosen + 1, made[^1].Count);
        }

        return made.Count > 0;
    }
}
