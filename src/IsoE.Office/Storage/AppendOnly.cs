using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage;

/// <summary>Tables whose rows the database itself refuses to change or delete.</summary>
public static class AppendOnly
{
    private const string Annotation = "IsoE:AppendOnly";
    private const string ExceptionAnnotation = "IsoE:AppendOnlyExcept";

    /// <summary>Marks the table; the create script gives it triggers that refuse UPDATE, DELETE and TRUNCATE.</summary>
    public static EntityTypeBuilder<T> IsAppendOnly<T>(this EntityTypeBuilder<T> row)
        where T : class
    {
        row.HasAnnotation(Annotation, true);
        return row;
    }

    /// <summary>The same, except for one kind of UPDATE.</summary>
    /// <param name="except">SQL on <c>OLD</c> and <c>NEW</c> that both databases understand: what that UPDATE must fulfil.</param>
    /// <param name="changing">The only properties it may change.</param>
    public static EntityTypeBuilder<T> IsAppendOnly<T>(this EntityTypeBuilder<T> row, string except, params string[] changing)
        where T : class
    {
        row.IsAppendOnly();
        var kept = row.Metadata.GetProperties().Where(property => !changing.Contains(property.Name))
            .Select(property => SnakeCase.Of(property.Name))
            .Select(column => $"NEW.{column} IS NOT DISTINCT FROM OLD.{column}");
        row.HasAnnotation(ExceptionAnnotation, string.Join(" AND ", kept.Prepend(except)));
        return row;
    }

    internal static bool IsAppendOnly(this IReadOnlyEntityType type) => type.FindAnnotation(Annotation) is not null;

    /// <summary>Condition of the UPDATE that is not refused; null when there is none.</summary>
    internal static string? AppendOnlyException(this IReadOnlyEntityType type) => (string?)type.FindAnnotation(ExceptionAnnotation)?.Value;
}
