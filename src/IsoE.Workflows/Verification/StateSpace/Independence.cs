using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification.Data;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.StateSpace;

/// <summary>
/// Partial-order reduction: finds a part of a state that can go first without anything being missed, because nothing
/// the other parts can do before it changes what it does, nor the other way round.
/// </summary>
/// <remarks>
/// Twenty parallel branches have 2^20 states but only twenty when each is walked in turn. The sets here are taken
/// too large rather than too small: where two parts might meet other than at a merge that waits for both, the state
/// is walked in every order. An end the part itself reaches needs no other order: what it cuts off is a finding.
/// </remarks>
internal sealed class Independence(DataModel data)
{
    /// <summary>The waiting activities to walk from this state; a part of them, or all.</summary>
    public IReadOnlyList<Going> FirstToGo(Going going)
    {
        if (going.Inside.Count == 0)
        {
            return [.. going.Waiting];
        }

        var parts = going.Inside.Where(inside => inside.Waiting.Any()).ToList();

        // The newest first: one branch is walked to its join before the next, so that loops in several branches do
        // not multiply.
        var first = parts.Count == 1 ? parts[0] : parts.FindLast(part => CanGoFirst(going, part));
        return first is not null ? FirstToGo(first)
            : parts.Find(part => part.IsPending) is { } decision ? [decision]
            : [.. going.Waiting];
    }

    /// <summary>Whether the part of a container can go before all its other parts.</summary>
    public bool CanGoFirst(Going container, Going part) => container.Activity.Type switch
    {
        Flowchart => new Rivals(container, part, data).AreIndependent,
        _ => !container.Activity.SelfAndDescendants().Any(activity => activity.EndsWorkflow())
            && !container.Activity.SelfAndDescendants().SelectMany(data.WrittenBy).Any(),
    };

    /// <summary>One part of a flowchart against all the others.</summary>
    private sealed class Rivals
    {
        private readonly Going flow;
        private readonly Going part;
        private readonly DataModel data;
        private readonly HashSet<string> open;
        private readonly HashSet<string> started;
        private readonly HashSet<string> own;

        // Races the others may win while the part is on its way to them. The part is cancelled then, and whatever it
        // has done by itself before is cancelled with it: nothing it does makes a difference.
        private readonly HashSet<string> racesLost = new(StringComparer.Ordinal);

        public Rivals(Going flow, Going part, DataModel data)
        {
            (this.flow, this.part, this.data) = (flow, part, data);
            open = [.. flow.Inside.Where(inside => inside != part).Select(inside => inside.Activity.Id)];
            own = StartedByPart();
            started = StartedByOthers();
        }

        public bool AreIndependent =>
            !open.Contains(part.Activity.Id)
            && !started.Contains(part.Activity.Id)
            && !own.Overlaps(open)
            && !own.Overlaps(started)
            && !open.Union(started).Any(Ends)
            && own.All(id => Mode(id) switch
            {
                MergeMode.Stream => !StreamIsDisturbed(id),
                MergeMode.Race => !flow.Graph.Ancestors(id).Any(other => open.Contains(other) || started.Contains(other)),
                _ => true,
            })
            && started.All(id => Mode(id) switch
            {
                MergeMode.Stream => !Upstream(id).Any(IsOwn),
                MergeMode.Race => !flow.Graph.Ancestors(id).Any(IsOwn),
                _ => true,
            })
            && racesLost.All(id => flow.Graph.Ancestors(id).IsSupersetOf(own))
            && !ShareData();

        /// <summary>Whether one side writes what the other reads or writes.</summary>
        private bool ShareData()
        {
            var automatic = own.Where(id => !ActivityOf(id).Waits());
            var written = Inside([part.Activity.Id, .. automatic]).SelectMany(data.WrittenBy).ToHashSet();
            var read = Inside([part.Activity.Id, .. own]).SelectMany(data.ReadBy).ToHashSet();
            var others = Inside(open.Union(started)).ToList();
            return others.SelectMany(data.WrittenBy).Any(source => written.Contains(source) || read.Contains(source))
                || others.SelectMany(data.ReadBy).Any(written.Contains);
        }

        private IEnumerable<Activity> Inside(IEnumerable<string> ids) => ids.SelectMany(id => ActivityOf(id).SelfAndDescendants());

        private bool IsOwn(string id) => id == part.Activity.Id || own.Contains(id);

        private bool Ends(string id) => ActivityOf(id).SelfAndDescendants().Any(inside => inside.EndsWorkflow())
            || ActivityOf(id).Type.IsTerminal;

        // What waits for busy neighbours starts at another moment when others can make a neighbour busy again.
        private bool StreamIsDisturbed(string id) => Upstream(id).Any(source =>
            source != part.Activity.Id
            && (started.Contains(source) || (!own.Contains(source) && flow.Tokens.Any(token => token.Target == source))));

        private IEnumerable<string> Upstream(string id) => flow.Graph.ForwardInbound(id).Select(c => c.Source);

        private Activity ActivityOf(string id) => flow.Graph.Activities[id];

        private MergeMode Mode(string id) => ActivityOf(id) is var activity
            ? activity.Type.MergeModeOf(activity)
            : MergeMode.Stream;

        /// <summary>Everything that may start in the burst that ends the part, whatever its outcome.</summary>
        private HashSet<string> StartedByPart()
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var next = new Stack<string>([part.Activity.Id]);
            while (next.TryPop(out var id))
            {
                foreach (var target in flow.Graph.Outbound(id).Select(c => c.Target).Where(reached.Add))
                {
                    if (!ActivityOf(target).Waits())
                    {
                        next.Push(target);
                    }
                }
            }

            return reached;
        }

        /// <summary>Everything the other parts may start before this part ends, over any number of steps.</summary>
        private HashSet<string> StartedByOthers()
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var targets = flow.Graph.Connections.Select(c => c.Target).Distinct().ToList();
            var grown = true;
            while (grown)
            {
                grown = false;
                foreach (var target in targets.Where(id => !reached.Contains(id) && CanStart(id, reached)))
                {
                    grown = reached.Add(target) || grown;
                }
            }

            return reached;
        }

        private bool CanStart(string id, HashSet<string> reached)
        {
            bool Arrives(Connection c) => open.Contains(c.Source) || reached.Contains(c.Source) || flow.Tokens.Contains(c);

            var inbound = flow.Graph.Inbound(id);
            if (Mode(id) == MergeMode.Race && flow.Graph.Ancestors(id).Contains(part.Activity.Id))
            {
                racesLost.UnionWith(inbound.Any(Arrives) ? [id] : []);
                return false;
            }

            return Mode(id) switch
            {
                MergeMode.Merge => inbound.Any(c => !flow.Graph.IsForward(c) && Arrives(c))
                    || (flow.Graph.ForwardInbound(id).Any() && flow.Graph.ForwardInbound(id).All(Arrives)),
                MergeMode.Converge => inbound.All(Arrives),
                MergeMode.Stream => inbound.Any(Arrives) && !Upstream(id).Contains(part.Activity.Id),
                _ => inbound.Any(Arrives),
            };
        }
    }
}
