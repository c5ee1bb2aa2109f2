using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IsoE.Office.Storage.Steps;

/// <summary>One column of a <see cref="RowMap"/>.</summary>
internal sealed class ColumnMap
{
    private readonly Func<object, object?> _get;

    public ColumnMap(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        Name = property.GetColumnName();
        IsKey = property.IsPrimaryKey();
        IsVersion = property.IsConcurrencyToken;
        StoreType = mapping.StoreTypeNameBase;
        StoredClrType = mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        _get = Getter(property);
    }

    public string Name { get; }

    public bool IsKey { get; }

    public bool IsVersion { get; }

    /// <summary>The database's own type, without length.</summary>
    public string StoreType { get; }

    /// <summary>Type of the values that <see cref="Get"/> returns.</summary>
    public Type StoredClrType { get; }

    /// <summary>The value as the database stores it, or <see cref="DBNull"/>.</summary>
    public object Get(IBelongsToAgency row) => _get(row) ?? DBNull.Value;

    private static Func<object, object?> Getter(IProperty property)
    {
        var row = Expression.Parameter(typeof(object));
        Expression value = Expression.Property(Expression.Convert(row, property.DeclaringType.ClrType), property.PropertyInfo!);
        var converted = property.GetTypeMapping().Converter is { } converter
            ? Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(value, converter.ModelClrType))
            : value;
        Expression boxed = Expression.Convert(converted, typeof(object));
        if (property.IsNullable && property.GetTypeMapping().Converter is not null)
            boxed = Expression.Condition(
                Expression.Equal(value, Expression.Constant(null, property.ClrType)),
                Expression.Constant(null, typeof(object)),
                boxed);
        return Expression.Lambda<Func<object, object?>>(boxed, row).Compile();
    }
}
