using System.Text;
using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Answers a file of questions, one line out for every line in.</summary>
internal sealed class DueBatch(DeadlineCalculator deadlines, Terminal terminal)
{
    private const int Block = 32 * 1024;

    private readonly StringBuilder _answers = new();
    private bool _anyBad;

    public async Task<int> Run(string file, CancellationToken cancel)
    {
        using var opened = file == "-" ? null : Open(file);
        var input = opened ?? terminal.In;
        for (var number = 1; await input.ReadLineAsync(cancel) is { } line; number++)
        {
            _answers.AppendLine(Answer(line, number));
            if (_answers.Length >= Block) await WriteAnswers(cancel);
        }
        await WriteAnswers(cancel);
        return _anyBad ? ExitCode.Findings : ExitCode.Ok;
    }

    private string Answer(string line, int number)
    {
        try
        {
            var request = DueRequest.ReadLine(line);
            return LocalTimes.Write(deadlines.DueAt(request.ReceivedAt, request.Limit, request.Pauses));
        }
        catch (RejectedException bad)
        {
            _anyBad = true;
            terminal.Complain(new Text($"dòng {number}: {bad.Reason.Vi}", $"line {number}: {bad.Reason.En}"));
            return $"error: {bad.Reason.In(terminal.Language)}";
        }
    }

    private async Task WriteAnswers(CancellationToken cancel)
    {
        await terminal.Out.WriteAsync(_answers, cancel);
        _answers.Clear();
    }

    private static StreamReader Open(string file)
    {
        try
        {
            return new StreamReader(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(new Text($"Không mở được tệp “{file}”.", $"The file “{file}” cannot be opened."));
        }
    }
}
