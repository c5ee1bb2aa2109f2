namespace IsoE.Office.Storage.Steps;

/// <summary>The decision of a step needs a number of a series that was not locked and read for it: it is decided again with it.</summary>
public sealed class SeriesNotReadException(string series) : Exception($"The series {series} was not read for this step.")
{
    public string Series { get; } = series;
}
