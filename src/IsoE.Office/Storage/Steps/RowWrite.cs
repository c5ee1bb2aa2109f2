namespace IsoE.Office.Storage.Steps;

/// <summary>One row that a step writes.</summary>
/// <param name="Version">For an update of a row with a version: the version that was read.</param>
public readonly record struct RowWrite(RowOperation Operation, IBelongsToAgency Row, long Version = 0);

public enum RowOperation
{
    Insert,

    /// <summary>Sets every column that is not part of the key.</summary>
    Update,

    /// <summary>Empties every erasable column in all rows of the instance, whose row it is; see <see cref="ErasableContent"/>.</summary>
    Erase,
}
