using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage;

/// <summary>Tables whose rows the database itself refuses to change or delete.</summary>
public static class AppendOnly
{
    private const string Annotation = "IsoE:AppendOnly";

    /// <summary>Marks the table; the create script gives it triggers that refuse UPDATE, DELETE and TRUNCATE.</summary>
    public static EntityTypeBuilder<T> IsAppendOnly<T>(this EntityTypeBuilder<T> row)
        where T : class
    {
        row.HasAnnotation(Annotation, true);
        return row;
    }

    internal static bool IsAppendOnly(this IReadOnlyEntityType type) => type.FindAnnotation(Annotation) is not null;
}
