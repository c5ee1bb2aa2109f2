namespace IsoE.Documents.Drawing.Flow;

/// <summary>Puts nodes into layers from top to bottom and orders each layer so that few edges cross.</summary>
internal sealed class FlowLayers
{
    private const int Sweeps = 12;

    private readonly Dictionary<string, FlowBox> _boxes = new(StringComparer.Ordinal);

    private FlowLayers(FlowDiagram diagram)
    {
        foreach (var node in diagram.Nodes)
        {
            if (!_boxes.TryAdd(node.Id, FlowMeasures.Box(node)))
                throw new ArgumentException($"The node '{node.Id}' stands twice in the diagram.", nameof(diagram));
        }
        if (diagram.Edges.FirstOrDefault(e => !_boxes.ContainsKey(e.From) || !_boxes.ContainsKey(e.To)) is { } lost)
            throw new ArgumentException($"The edge from '{lost.From}' to '{lost.To}' names a node that is not in the diagram.", nameof(diagram));
        Routes = [.. diagram.Edges.Select(e => new FlowRoute(e) { Back = e.Back || e.From == e.To })];
    }

    public List<FlowRoute> Routes { get; }

    public List<List<FlowBox>> Layers { get; } = [];

    public static FlowLayers Of(FlowDiagram diagram)
    {
        var layers = new FlowLayers(diagram);
        layers.FindLoops();
        layers.Assign();
        layers.Connect();
        layers.Order();
        return layers;
    }

    public FlowBox Box(string id) => _boxes[id];

    private ILookup<string, FlowRoute> Forward() => Routes.Where(r => !r.Back).ToLookup(r => r.Edge.From);

    private void FindLoops()
    {
        var ways = Forward();
        var state = new Dictionary<string, bool>(StringComparer.Ordinal);
        void Visit(string id)
        {
            state[id] = true;
            foreach (var route in ways[id])
            {
                if (!state.TryGetValue(route.Edge.To, out var open))
                    Visit(route.Edge.To);
                else if (open)
                    route.Back = true;
            }
            state[id] = false;
        }
        foreach (var id in _boxes.Values.OrderBy(b => b.Node!.Kind == FlowNodeKind.Start ? 0 : 1).Select(b => b.Node!.Id))
        {
            if (!state.ContainsKey(id))
                Visit(id);
        }
    }

    /// <summary>Every node as high as its longest way from the top allows.</summary>
    private void Assign()
    {
        var ways = Forward();
        var pending = Routes.Where(r => !r.Back).GroupBy(r => r.Edge.To).ToDictionary(g => g.Key, g => g.Count());
        var ready = new Queue<string>(_boxes.Keys.Where(id => !pending.ContainsKey(id)));
        while (ready.TryDequeue(out var id))
        {
            foreach (var to in ways[id].Select(r => r.Edge.To))
            {
                _boxes[to].Layer = Math.Max(_boxes[to].Layer, _boxes[id].Layer + 1);
                if (--pending[to] == 0)
                    ready.Enqueue(to);
            }
        }
        foreach (var route in Routes.Where(r => r.Back && _boxes[r.Edge.To].Layer > _boxes[r.Edge.From].Layer))
            route.Back = false;
    }

    private void Connect()
    {
        var depth = _boxes.Values.Max(b => b.Layer);
        for (var i = 0; i <= depth; i++)
            Layers.Add([.. _boxes.Values.Where(b => b.Layer == i)]);
        foreach (var route in Routes.Where(r => !r.Back))
        {
            var (at, end) = (_boxes[route.Edge.From], _boxes[route.Edge.To]);
            while (at.Layer < end.Layer)
            {
                var next = at.Layer + 1 == end.Layer ? end : Passage(at.Layer + 1);
                var hop = new FlowHop(route, at, next);
                route.Hops.Add(hop);
                at.Out.Add(hop);
                next.In.Add(hop);
                at = next;
            }
        }
    }

    private FlowBox Passage(int layer)
    {
        var box = new FlowBox(null, 8, 0) { Layer = layer };
        Layers[layer].Add(box);
        return box;
    }

    private void Order()
    {
        var best = Layers.Select(l => l.ToList()).ToList();
        var fewest = Crossings();
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            Sweep(down: sweep % 2 == 0);
            if (Crossings() is var crossings && crossings >= fewest)
                continue;
            fewest = crossings;
            best = [.. Layers.Select(l => l.ToList())];
        }
        for (var i = 0; i < Layers.Count; i++)
            Layers[i] = best[i];
    }

    private void Sweep(bool down)
    {
        for (var i = 1; i < Layers.Count; i++)
        {
            var layer = down ? i : Layers.Count - 1 - i;
            var neighbours = Places(Layers[down ? layer - 1 : layer + 1]);
            var own = Places(Layers[layer]);
            double Centre(FlowBox box)
            {
                var places = (down ? box.In.Select(h => neighbours[h.From]) : box.Out.Select(h => neighbours[h.To])).ToList();
                return places.Count == 0 ? own[box] : places.Average();
            }
            Layers[layer] = [.. Layers[layer].OrderBy(Centre)];
        }
    }

    private int Crossings()
    {
        var count = 0;
        for (var i = 0; i + 1 < Layers.Count; i++)
        {
            var lower = Places(Layers[i + 1]);
            var ends = Layers[i].SelectMany((b, place) => b.Out.Select(h => (From: place, To: lower[h.To]))).ToList();
            for (var a = 0; a < ends.Count; a++)
            {
                for (var b = a + 1; b < ends.Count; b++)
                {
                    if ((ends[a].From - ends[b].From) * (ends[a].To - ends[b].To) < 0)
                        count++;
                }
            }
        }
        return count;
    }

    private static Dictionary<FlowBox, int> Places(List<FlowBox> layer) => layer.Select((box, i) => (box, i)).ToDictionary(p => p.box, p => p.i);
}
