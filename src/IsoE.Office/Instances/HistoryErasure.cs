using IsoE.Office.Storage;

namespace IsoE.Office.Instances;

/// <summary>The content of earlier facts of the instance, and of files that belong to it, was taken away for good.</summary>
/// <remarks>This row itself can never be erased: it is what tells lawful erasure from tampering.</remarks>
/// <param name="Sequences">Places in the history whose data are gone.</param>
/// <param name="Files">SHA-256 of the files whose bytes are gone, lower-case hexadecimal.</param>
/// <param name="Ground">Legal ground and decision, without personal data.</param>
public sealed record HistoryErased(IReadOnlyList<long> Sequences, IReadOnlyList<string> Files, string Ground) : OfficeEvent;

/// <summary>The place that is left of a fact whose content was erased; it is read back as this and not as what it was.</summary>
/// <param name="Type">Type name of the event that stood here.</param>
public sealed record ErasedFact(string Type);

/// <summary>Erasure that the law asks for, of data in an append-only history: the chain of hashes holds all the same.</summary>
public static class HistoryErasure
{
    /// <summary>
    /// Takes away the data of rows of the step's instance and records that it did. The request of the step must ask
    /// for <see cref="HistoryRow"/> in <see cref="StepRequest.Also"/>. Rows erased before are left out.
    /// </summary>
    /// <param name="sequences">Places in the history; null for all, except those that tell of erasure.</param>
    /// <param name="files">SHA-256 of files whose bytes the caller removes after the step, lower-case hexadecimal.</param>
    /// <param name="ground">Legal ground and decision, without personal data.</param>
    public static void EraseHistory(this Step step, IReadOnlyCollection<long>? sequences, IReadOnlyList<string> files, string ground)
    {
        var rows = step.All<HistoryRow>()
            .Where(row => !row.IsErased && row.Type != HistoryChain.Erasure && (sequences is null || sequences.Contains(row.Sequence)))
            .OrderBy(row => row.Sequence).ToList();
        step.Record(new HistoryErased([.. rows.Select(row => row.Sequence)], files, ground));
        foreach (var row in rows)
            step.Update(Erased(row));
    }

    /// <summary>
    /// The same, and takes away all content that the instance has outside its history: erasable columns, the engine's state, and
    /// after the commit the files. The workflow must have ended.
    /// </summary>
    /// <param name="keeps">Whether facts of a type stay readable.</param>
    /// <param name="files">SHA-256 of the files that nothing else refers to, lower-case hexadecimal.</param>
    /// <param name="ground">Legal ground and decision, without personal data.</param>
    public static void EraseAll(this Step step, Predicate<string> keeps, IReadOnlyList<string> files, string ground)
    {
        step.EraseHistory([.. step.All<HistoryRow>().Where(row => !keeps(row.Type)).Select(row => row.Sequence)], files, ground);
        step.EraseContent();
        if (files.Count > 0) step.Enqueue(RemoveErasedFiles.Topic, $"{step.InstanceId}/{step.CommandId}", OfficeJson.Write(new ErasedFiles(files)));
    }

    private static HistoryRow Erased(HistoryRow row) => new()
    {
        AgencyId = row.AgencyId,
        InstanceId = row.InstanceId,
        Sequence = row.Sequence,
        Type = row.Type,
        Data = HistoryChain.ErasedData,
        DataNonce = null,
        DataDigest = row.DataDigest,
        At = row.At,
        ActorId = row.ActorId,
        CommandId = row.CommandId,
        PreviousHash = row.PreviousHash,
        Hash = row.Hash,
    };
}
