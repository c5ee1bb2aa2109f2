using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>What a person enters when completing a task.</summary>
public sealed record TaskForm(string Id, Text Title, IReadOnlyList<FormField> Fields)
{
    /// <summary>The form without the fields that the system fills in by itself.</summary>
    public TaskForm Without(IReadOnlyCollection<string> filledIn) =>
        filledIn.Count == 0 ? this : this with { Fields = [.. Fields.Where(field => !filledIn.Contains(field.Id))] };
}

/// <summary>One declared field of a form.</summary>
/// <param name="Id">Name of the value in the form's JSON, camelCase.</param>
/// <param name="Options">The choices, exactly for <see cref="FieldType.Choice"/>.</param>
/// <param name="Min">Least value of numbers and money.</param>
/// <param name="MaxLength">Greatest number of characters of text.</param>
/// <param name="Pattern">Regular expression the whole text must match, or null.</param>
/// <param name="Dates">For dates: where they may lie, seen from the day of entry.</param>
/// <param name="VisibleWhen">Shown and validated only when this holds; always when null.</param>
/// <param name="MustBeYes">For yes or no: without a yes the step cannot be completed.</param>
/// <param name="Outcomes">Asked for only when a task is completed with one of these outcomes; with every one when empty.</param>
/// <param name="Role">For persons: the role the person must hold; null for every other type.</param>
public sealed record FormField(
    string Id,
    Text Label,
    Text? Hint,
    FieldType Type,
    bool Required,
    IReadOnlyList<FieldOption> Options,
    decimal? Min,
    decimal? Max,
    int? MaxLength,
    string? Pattern,
    DateRange Dates,
    FormExpression? VisibleWhen,
    IReadOnlyList<string> Outcomes,
    bool MustBeYes = false,
    string? Role = null)
{
    /// <summary>A whole number that always has four digits: people write it without a point.</summary>
    public bool IsYear => Type == FieldType.Integer && Min >= 1000 && Max <= 9999;
}

public sealed record FieldOption(string Id, Text Label);

public enum FieldType { Text, Multiline, Number, Integer, Date, YesNo, Choice, IdentityNumber, Phone, Money, Agency, Person }

/// <summary>Where a date may lie; the day of entry itself is always allowed.</summary>
public enum DateRange { Any, Past, Future }
