using IsoE.Workflows;

namespace IsoE.Office.Instances;

/// <summary>Somebody tried what the segregation of duties forbids, and was refused.</summary>
/// <param name="Rule">Code of the refusal, for example <c>sod-1</c>.</param>
public sealed record SegregationRefused(string Rule, Text Reason) : OfficeEvent;
