namespace IsoE.Office.Storage.Steps;

/// <summary>Reads, lets decide and writes, in one transaction; one implementation for each database.</summary>
internal interface IStepStore
{
    /// <summary>Carries out one step. When <paramref name="decide"/> throws or returns nothing, nothing is written.</summary>
    /// <exception cref="StepConflictException">Another step of the instance committed in between; decide again.</exception>
    Task Execute(StepLoad load, Func<LoadedRows, IReadOnlyList<RowWrite>> decide, CancellationToken cancel);
}

/// <summary>Somebody else changed the instance between the read and the write; nothing was written.</summary>
internal sealed class StepConflictException(Exception? inner = null) : Exception("Another step committed first.", inner);
