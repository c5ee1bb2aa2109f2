namespace IsoE.Office.Procedures.Redlines.Trees;

/// <summary>Runs of a sequence of texts that differ, by the longest common subsequence.</summary>
internal static class SequenceDiff
{
    public static IEnumerable<Respoken> Between(IReadOnlyList<string> path, string[] before, string[] after)
    {
        var common = CommonLengths(before, after);
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }
            var (from, to) = (i, j);
            while (i < before.Length || j < after.Length)
            {
                if (i < before.Length && j < after.Length && before[i] == after[j]) break;
                if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1])) i++;
                else j++;
            }
            yield return new Respoken(path, from, before[from..i], after[to..j]);
        }
    }

    private static int[,] CommonLengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        return lengths;
    }
}
