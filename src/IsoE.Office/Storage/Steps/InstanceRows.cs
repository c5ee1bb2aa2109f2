namespace IsoE.Office.Storage.Steps;

/// <summary>Declares which rows of a type are read together with their instance.</summary>
/// <param name="RowType">Class of the rows, an <see cref="IInstanceRow"/>.</param>
/// <param name="Condition">SQL condition on the columns that both databases understand, or null for all rows of the instance.</param>
/// <param name="Always">Read in every step; otherwise only in those that ask for the type.</param>
public sealed record InstanceRows(Type RowType, string? Condition, bool Always);
