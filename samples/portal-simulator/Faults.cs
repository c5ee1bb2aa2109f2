namespace IsoE.PortalSimulator;

/// <summary>How often the simulated portal fails, each as a share of the calls from 0 to 1; together less than 1.</summary>
/// <param name="Drop">The call is lost on its way: nothing happens, nobody answers.</param>
/// <param name="Unanswered">The event is taken, but the acknowledgement is lost.</param>
/// <param name="Delay">Nobody answers, and the event comes later, after others.</param>
/// <param name="Twice">The event comes two times.</param>
/// <param name="Error">The answer is 500.</param>
public sealed record Faults(double Drop, double Unanswered, double Delay, double Twice, double Error)
{
    public static Faults None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Two calls of five fail.</summary>
    public static Faults Many { get; } = new(0.1, 0.08, 0.1, 0.1, 0.05);
}
