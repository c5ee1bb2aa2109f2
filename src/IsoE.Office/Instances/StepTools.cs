namespace IsoE.Office.Instances;

/// <summary>What every step needs, whatever it is about.</summary>
internal sealed record StepTools(OfficeEventTypes Types, DefinitionSource Definitions, TimeProvider Clock)
{
    public StateCache States { get; } = new();
}
