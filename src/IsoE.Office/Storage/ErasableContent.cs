using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Storage;

/// <summary>Columns that hold what people have said or who they are, and what is left of it once the law has had it erased.</summary>
/// <remarks>Declared beside the column. Erasing an instance empties all of them in its rows, in the transaction of the step.</remarks>
public static class ErasableContent
{
    /// <summary>Stands where somebody's name was.</summary>
    public const string Nobody = "(đã xóa)";

    private const string Annotation = "IsoE:Erasable";

    /// <summary>Nothing is left.</summary>
    public static PropertyBuilder<string?> IsErasable(this PropertyBuilder<string?> property)
    {
        property.HasAnnotation(Annotation, "NULL");
        return property;
    }

    /// <param name="left">What is left; of the program, never of a person.</param>
    public static PropertyBuilder<string> IsErasable(this PropertyBuilder<string> property, string left)
    {
        property.HasAnnotation(Annotation, $"'{left}'");
        return property;
    }

    /// <param name="left">What is left.</param>
    public static PropertyBuilder<TEnum> IsErasable<TEnum>(this PropertyBuilder<TEnum> property, TEnum left)
        where TEnum : struct, Enum
    {
        property.HasAnnotation(Annotation, $"'{left}'");
        return property;
    }

    /// <summary>SQL literal of what is left in the column; null when it is not erasable.</summary>
    internal static string? ErasedTo(this IReadOnlyProperty property) => (string?)property.FindAnnotation(Annotation)?.Value;

    /// <summary>One statement for each table with such columns; its parameters are the agency and the instance.</summary>
    internal static IReadOnlyList<string> Statements(IModel model) =>
        [.. model.GetEntityTypes().Select(Statement).OfType<string>()];

    private static string? Statement(IEntityType type)
    {
        var sets = type.GetProperties().Where(column => column.ErasedTo() is not null)
            .Select(column => $"{column.GetColumnName()} = {column.ErasedTo()}").ToList();
        return sets.Count == 0
            ? null
            : $"UPDATE {type.GetTableName()} SET {string.Join(", ", sets)} WHERE agency_id = $1 AND instance_id = $2";
    }
}
