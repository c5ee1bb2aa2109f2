using IsoE.Workflows;

namespace IsoE.Office.Procedures.Staffing;

/// <summary>Duties that one person may not do all of on the same dossier.</summary>
/// <param name="Rule">Why, in words.</param>
internal sealed record Apart(IReadOnlyList<string> Duties, Text Rule);

/// <summary>Finds who could do what, so that everything is kept apart that must be.</summary>
internal sealed class Assignment(IReadOnlyList<Duty> duties, IReadOnlyList<Apart> rules)
{
    /// <summary>
    /// The smallest set of these duties, in their order, that the people cannot share out; null when they can share
    /// out all. Smallest means: without any one of them it could be done.
    /// </summary>
    public IReadOnlyList<Duty>? Conflict(IReadOnlyCollection<Duty> among)
    {
        var kept = among.ToList();
        if (CanShare(kept))
        {
            return null;
        }

        foreach (var duty in among)
        {
            var fewer = kept.Where(other => other != duty).ToList();
            if (!CanShare(fewer))
            {
                kept = fewer;
            }
        }

        return kept;
    }

    /// <summary>The rules among these duties.</summary>
    public IEnumerable<Apart> RulesAmong(IReadOnlyCollection<Duty> among) =>
        rules.Where(rule => rule.Duties.All(id => among.Any(duty => duty.Id == id)));

    public IReadOnlyList<Duty> Duties => duties;

    private bool CanShare(List<Duty> among) => Share(Hard(among), 0, new Dictionary<string, string>(StringComparer.Ordinal));

    // Whoever has more people than rules to heed is served last and always finds somebody: left are the hard ones.
    private List<Duty> Hard(List<Duty> among)
    {
        var hard = among.ToList();
        while (hard.RemoveAll(duty => duty.People.Count > RulesAmong(hard).Count(rule => rule.Duties.Contains(duty.Id))) > 0)
        {
        }

        return [.. hard.OrderBy(duty => duty.People.Count)];
    }

    private bool Share(List<Duty> hard, int index, Dictionary<string, string> given)
    {
        if (index == hard.Count)
        {
            return true;
        }

        foreach (var person in hard[index].People)
        {
            given[hard[index].Id] = person.PersonId;
            if (rules.All(rule => !rule.Duties.Contains(hard[index].Id) || !IsBroken(rule, given)) && Share(hard, index + 1, given))
            {
                return true;
            }
        }

        given.Remove(hard[index].Id);
        return false;
    }

    private static bool IsBroken(Apart rule, Dictionary<string, string> given) =>
        rule.Duties.All(given.ContainsKey) && rule.Duties.Select(id => given[id]).Distinct().Count() == 1;
}
