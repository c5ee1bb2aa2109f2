namespace IsoE.Office.Storage;

/// <summary>One row that a step writes.</summary>
public readonly record struct RowWrite(RowOperation Operation, IBelongsToAgency Row);

public enum RowOperation
{
    Insert,

    /// <summary>Sets every column that is not part of the key.</summary>
    Update,
}
