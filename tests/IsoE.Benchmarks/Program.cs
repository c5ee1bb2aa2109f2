using IsoE.Benchmarks;

foreach (var (measure, result) in await DocumentsBenchmark.Run(CancellationToken.None))
    Console.WriteLine($"documents  {measure,-28} {result}");
