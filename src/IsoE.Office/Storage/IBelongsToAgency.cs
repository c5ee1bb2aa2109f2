namespace IsoE.Office.Storage;

/// <summary>A row that belongs to one agency. A query filter keeps agencies apart, and every key begins with it.</summary>
public interface IBelongsToAgency
{
    string AgencyId { get; }
}
