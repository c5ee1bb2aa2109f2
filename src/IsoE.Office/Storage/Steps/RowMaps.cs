using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IsoE.Office.Storage.Steps;

/// <summary>The maps of all rows, and what is read in a step.</summary>
internal sealed class RowMaps
{
    private readonly ConcurrentDictionary<Type, RowMap> _maps = [];
    private readonly IReadOnlyList<InstanceRows> _declared;
    private readonly ConcurrentDictionary<Type, string> _selects = [];
    private readonly IModel _model;

    public RowMaps(IDbContextFactory<OfficeDb> databases, IEnumerable<InstanceRows> declared)
    {
        using var db = databases.CreateDbContext();
        _model = db.Model;
        _declared = [new InstanceRows(typeof(InstanceRow), null, Always: true), .. declared];
        Erasures = ErasableContent.Statements(_model);
        Always = [.. _declared.Where(d => d.Always).Select(d => d.RowType)];
    }

    /// <summary>The rows read in every step, the instance first.</summary>
    public IReadOnlyList<Type> Always { get; }

    /// <summary>Empties what is erasable in the rows of one instance; parameters are the agency and the instance.</summary>
    public IReadOnlyList<string> Erasures { get; }

    public RowMap Of(Type type) => _maps.GetOrAdd(
        type,
        t => new RowMap(_model.FindEntityType(t) ?? throw new InvalidOperationException($"{t.Name} is not a row of the database.")));

    /// <summary>Reads the declared rows of one instance; parameters are the agency and the instance.</summary>
    public string SelectOfInstance(Type type) => _selects.GetOrAdd(type, t =>
    {
        var condition = _declared.FirstOrDefault(d => d.RowType == t)?.Condition;
        return $"{Of(t).Select} WHERE agency_id = $1 AND instance_id = $2{(condition is null ? "" : $" AND ({condition})")}";
    });
}
