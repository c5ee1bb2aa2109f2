using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IsoE.Office.Storage.Steps;

/// <summary>How one class of rows is read and written without EF, taken from EF's own model so that both agree.</summary>
internal sealed class RowMap
{
    private readonly Func<DbDataReader, IBelongsToAgency> _read;

    public RowMap(IEntityType type)
    {
        Table = type.GetTableName()!;
        Columns = [.. type.GetProperties().Select(p => new ColumnMap(p))];
        _read = Reader(type, [.. type.GetProperties()]);
        var names = string.Join(", ", Columns.Select(c => c.Name));
        Select = $"SELECT {names} FROM {Table}";
        Insert = $"INSERT INTO {Table} ({names}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"${i + 1}"))})";
        InsertMany = $"INSERT INTO {Table} ({names}) SELECT * FROM unnest({string.Join(", ", Columns.Select((c, i) => $"${i + 1}::{c.StoreType}[]"))})";
        UpdateColumns = [.. Columns.Where(c => !c.IsKey), .. Columns.Where(c => c.IsKey)];
        Version = Columns.FirstOrDefault(c => c.IsVersion);
        Update = UpdateSql();
    }

    public string Table { get; }

    /// <summary>In the order of the parameters of <see cref="Insert"/> and of the columns of <see cref="Select"/>.</summary>
    public IReadOnlyList<ColumnMap> Columns { get; }

    /// <summary>In the order of the parameters of <see cref="Update"/>; the version read comes after them, if there is one.</summary>
    public IReadOnlyList<ColumnMap> UpdateColumns { get; }

    /// <summary>The column by which an update notices that somebody else was faster, or null.</summary>
    public ColumnMap? Version { get; }

    public string Select { get; }

    public string Insert { get; }

    /// <summary>PostgreSQL only: the parameters are arrays, one element for each row.</summary>
    public string InsertMany { get; }

    public string Update { get; }

    public IBelongsToAgency Read(DbDataReader reader) => _read(reader);

    private string UpdateSql()
    {
        var number = 0;
        var sets = string.Join(", ", UpdateColumns.Where(c => !c.IsKey).Select(c => $"{c.Name} = ${++number}"));
        var keys = string.Join(" AND ", UpdateColumns.Where(c => c.IsKey).Select(c => $"{c.Name} = ${++number}"));
        var version = Version is null ? "" : $" AND {Version.Name} = ${++number}";
        return $"UPDATE {Table} SET {sets} WHERE {keys}{version}";
    }

    private static Func<DbDataReader, IBelongsToAgency> Reader(IEntityType type, IReadOnlyList<IProperty> properties)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var bindings = properties.Select((p, i) => Expression.Bind(p.PropertyInfo!, Value(reader, p, i)));
        var body = Expression.MemberInit(Expression.New(type.ClrType), bindings);
        return Expression.Lambda<Func<DbDataReader, IBelongsToAgency>>(body, reader).Compile();
    }

    private static Expression Value(ParameterExpression reader, IProperty property, int ordinal)
    {
        var converter = property.GetTypeMapping().Converter;
        var stored = converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        Expression value = Expression.Call(reader, FieldValue.MakeGenericMethod(stored), Expression.Constant(ordinal));
        if (converter is not null)
            value = Expression.Invoke(converter.ConvertFromProviderExpression, value);
        if (value.Type != property.ClrType)
            value = Expression.Convert(value, property.ClrType);
        return property.IsNullable
            ? Expression.Condition(Expression.Call(reader, IsNull, Expression.Constant(ordinal)), Expression.Default(property.ClrType), value)
            : value;
    }

    private static MethodInfo FieldValue { get; } = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!;

    private static MethodInfo IsNull { get; } = typeof(DbDataReader).GetMethod(nameof(DbDataReader.IsDBNull))!;
}
