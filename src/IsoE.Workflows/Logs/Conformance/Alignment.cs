namespace IsoE.Workflows.Logs.Conformance;

/// <summary>How a step of the model and an event of the log go together.</summary>
public enum AlignedKind
{
    /// <summary>The event is the step.</summary>
    Together,

    /// <summary>The procedure asks for the step, and nothing of it is in the log.</summary>
    Skipped,

    /// <summary>The event is none the procedure allows here.</summary>
    Extra,
}

/// <param name="Event">Place of the event in the case; null for a skipped step.</param>
public sealed record AlignedStep(AlignedKind Kind, string Activity, int? Event);

/// <summary>What kind of departure from the procedure was found.</summary>
public enum DeviationKind
{
    Skipped,
    Extra,

    /// <summary>The step was done, but not where the procedure has it.</summary>
    WrongOrder,
}

public sealed record Deviation(DeviationKind Kind, string Activity);

/// <summary>The run of a model that fits a case best: no other needs fewer skipped and extra steps.</summary>
/// <param name="Cost">Skipped and extra steps together.</param>
/// <param name="Worst">What it would cost if nothing fitted: all events extra, and the shortest run skipped.</param>
public sealed record Alignment(IReadOnlyList<AlignedStep> Steps, int Cost, int Worst)
{
    /// <summary>1 when the case went by the procedure, 0 when nothing of it did.</summary>
    public decimal Fitness => Worst == 0 ? 1 : 1 - ((decimal)Cost / Worst);

    /// <summary>What departs from the procedure, in order; a step skipped in one place and extra in another is one in the wrong order.</summary>
    public IReadOnlyList<Deviation> Deviations()
    {
        var deviations = new List<Deviation>();
        var unpaired = new List<AlignedStep>();
        foreach (var step in Steps.Where(step => step.Kind != AlignedKind.Together))
        {
            if (unpaired.FirstOrDefault(other => other.Activity == step.Activity && other.Kind != step.Kind) is { } other)
            {
                unpaired.Remove(other);
                deviations[deviations.FindIndex(known => known == new Deviation(KindOf(other), step.Activity))] = new Deviation(DeviationKind.WrongOrder, step.Activity);
                continue;
            }

            unpaired.Add(step);
            deviations.Add(new Deviation(KindOf(step), step.Activity));
        }

        return deviations;
    }

    private static DeviationKind KindOf(AlignedStep step) => step.Kind == AlignedKind.Skipped ? DeviationKind.Skipped : DeviationKind.Extra;
}
