using System.Text;
using System.Xml.Linq;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Bpmn;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Tests.Procedures.Bpmn;

/// <summary>What other tools draw, what they change in an export, and files that are none.</summary>
public sealed class BpmnImportTests
{
    private static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    internal const string Drawn = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
          <bpmn:process id="Process_1" name="Cấp bản sao" isExecutable="false">
            <bpmn:laneSet id="ls">
              <bpmn:lane id="l1" name="Chuyên viên"><bpmn:flowNodeRef>T1</bpmn:flowNodeRef><bpmn:flowNodeRef>T2</bpmn:flowNodeRef><bpmn:flowNodeRef>T3</bpmn:flowNodeRef></bpmn:lane>
              <bpmn:lane id="l2" name="Lãnh đạo UBND"><bpmn:flowNodeRef>T4</bpmn:flowNodeRef></bpmn:lane>
            </bpmn:laneSet>
            <bpmn:startEvent id="S" name="Nhận đơn" />
            <bpmn:task id="T1" name="Thẩm định hồ sơ" />
            <bpmn:exclusiveGateway id="G1" name="Đạt?" />
            <bpmn:parallelGateway id="F" />
            <bpmn:userTask id="T2" name="Tra cứu sổ gốc" />
            <bpmn:manualTask id="T3" name="Thu lệ phí" />
            <bpmn:parallelGateway id="J" />
            <bpmn:userTask id="T4" name="Ký bản sao" />
            <bpmn:boundaryEvent id="B" attachedToRef="T4"><bpmn:timerEventDefinition id="tm"><bpmn:timeDuration>PT4H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:serviceTask id="A" name="Gửi lên kho số" />
            <bpmn:exclusiveGateway id="G2" name="Có phí?" default="g2b" />
            <bpmn:endEvent id="E1" name="Xong" />
            <bpmn:endEvent id="E2" name="Từ chối" />
            <bpmn:dataObjectReference id="D" />
            <bpmn:textAnnotation id="N"><bpmn:text>Xem thông tư</bpmn:text></bpmn:textAnnotation>
            <bpmn:sequenceFlow id="f1" sourceRef="S" targetRef="T1" />
            <bpmn:sequenceFlow id="f2" sourceRef="T1" targetRef="G1" />
            <bpmn:sequenceFlow id="f3" name="Đạt" sourceRef="G1" targetRef="F" />
            <bpmn:sequenceFlow id="f4" name="Không đạt" sourceRef="G1" targetRef="E2" />
            <bpmn:sequenceFlow id="f5" sourceRef="F" targetRef="T2" />
            <bpmn:sequenceFlow id="f6" sourceRef="F" targetRef="T3" />
            <bpmn:sequenceFlow id="f7" sourceRef="T2" targetRef="J" />
            <bpmn:sequenceFlow id="f8" sourceRef="T3" targetRef="J" />
            <bpmn:sequenceFlow id="f9" sourceRef="J" targetRef="T4" />
            <bpmn:sequenceFlow id="f10" sourceRef="T4" targetRef="G2" />
            <bpmn:sequenceFlow id="f11" sourceRef="A" targetRef="G2" />
            <bpmn:sequenceFlow id="f12" sourceRef="B" targetRef="A" />
            <bpmn:sequenceFlow id="g2a" name="Có phí" sourceRef="G2" targetRef="T3"><bpmn:conditionExpression>${fee &gt; 0}</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="g2b" sourceRef="G2" targetRef="E1" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    [Test]
    public void A_drawing_of_another_tool_becomes_a_flow_with_its_outcomes_branches_roles_and_times()
    {
        var read = DefinitionReader.Read(BpmnRoundTripTests.Import(Drawn).Flow);

        Assert.That(read.Errors.Select(error => error.Message.En), Is.Empty);
        var flow = read.Definition!;
        Assert.Multiple(() =>
        {
            Assert.That(flow.Name, Is.EqualTo("Cấp bản sao"));
            Assert.That(Type(flow, "tham-dinh-ho-so"), Is.EqualTo("IsoE.UserTask"));
            Assert.That(flow.Activities["tham-dinh-ho-so"].Outcomes, Is.EqualTo(new[] { "Dat", "KhongDat" }));
            Assert.That(flow.Activities["tham-dinh-ho-so"].LiteralText("role"), Is.EqualTo("specialist"));
            Assert.That(flow.Activities["ky-ban-sao"].LiteralText("role"), Is.EqualTo("agency_leader"));
            Assert.That(flow.Activities["ky-ban-sao"].LiteralText("timeLimit"), Is.EqualTo("4h"));
            Assert.That(flow.Activities["ky-ban-sao"].LiteralText("onTimeout"), Is.EqualTo("Timeout"));
            Assert.That(flow.Activities.Values.Count(a => a.Type.TypeName == "Elsa.FlowFork"), Is.EqualTo(1));
            Assert.That(flow.Activities.Values.Single(a => a.Type.TypeName == "Elsa.FlowJoin").LiteralText("mode"), Is.EqualTo("WaitAll"));
            Assert.That(flow.Activities.Values.Single(a => a.Type.TypeName == "Elsa.FlowSwitch").Outcomes, Is.EqualTo(new[] { "CoPhi", "Default" }));
            Assert.That(
                flow.Root.Connections.Where(c => c.Source == "tham-dinh-ho-so").Select(c => (c.Port, Type(flow, c.Target))),
                Is.EquivalentTo(new[] { ("Dat", "Elsa.FlowFork"), ("KhongDat", "Elsa.Finish") }));
            Assert.That(flow.Root.Connections, Has.One.Matches<Connection>(c => c is { Source: "ky-ban-sao", Port: "Timeout", Target: "gui-len-kho-so" }));
        });
    }

    [Test]
    public void What_is_not_taken_or_taken_otherwise_is_listed_with_its_element()
    {
        var remarks = BpmnRoundTripTests.Import(Drawn).Remarks;

        Assert.That(remarks.Select(remark => remark.Element), Is.SupersetOf(new[] { "D", "N", "A", "g2a", "B" }));
        Assert.That(remarks.Single(remark => remark.Element == "g2a").Message.En, Does.Contain("${fee > 0}"));
    }

    [Test]
    public void What_another_tool_changed_in_an_export_is_changed_in_the_definition()
    {
        var version = ProcedureLibrary.Load(AppContext.BaseDirectory).All.First(v => v.Code == "1.004873");
        var bpmn = BpmnExport.Of(version.Definition);
        var process = bpmn.Root!.Element(Model + "process")!;
        process.Elements(Model + "userTask").Single(task => (string?)task.Attribute("id") == "sign").SetAttributeValue("name", "Ký giấy xác nhận tình trạng hôn nhân");
        var draft = process.Elements(Model + "sequenceFlow").First(flow => ((string?)flow.Attribute("targetRef"))!.StartsWith("sign", StringComparison.Ordinal));
        process.Add(
            new XElement(Model + "userTask", new XAttribute("id", "New_1"), new XAttribute("name", "Thẩm tra lần hai")),
            new XElement(Model + "sequenceFlow", new XAttribute("id", "New_2"), new XAttribute("sourceRef", "New_1"), new XAttribute("targetRef", "sign")));
        draft.SetAttributeValue("targetRef", "New_1");

        var flow = DefinitionReader.Read(BpmnRoundTripTests.Import(bpmn.ToString()).Flow).Definition!;

        Assert.Multiple(() =>
        {
            Assert.That(flow.Activities["sign"].DisplayText, Is.EqualTo("Ký giấy xác nhận tình trạng hôn nhân"));
            Assert.That(flow.Activities["tham-tra-lan-hai"].Outcomes, Is.EqualTo(new[] { "Done" }));
            Assert.That(flow.Root.Connections, Has.One.Matches<Connection>(c => c is { Source: "tham-tra-lan-hai", Port: "Done", Target: "sign" }));
            Assert.That(flow.Root.Connections, Has.One.Matches<Connection>(c => c!.Target == "tham-tra-lan-hai"));
            Assert.That(flow.Activities["check"].LiteralText("timeLimit"), Is.EqualTo(version.Definition.Activities["check"].LiteralText("timeLimit")));
        });
    }

    [TestCase("Xin chào", "bpmn-not-xml")]
    [TestCase("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>", "bpmn-not-xml")]
    [TestCase("<html/>", "bpmn-not-bpmn")]
    [TestCase("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"/></definitions>", "bpmn-no-process")]
    public void A_file_that_holds_no_process_is_refused(string xml, string code)
    {
        var refused = Assert.Throws<RejectedException>(() => BpmnRoundTripTests.Import(xml))!;

        Assert.That(refused.Code, Is.EqualTo(code));
    }

    [Test]
    public void A_file_that_is_too_large_is_refused_before_it_is_parsed()
    {
        using var large = new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', (5 * 1024 * 1024) + 1)));

        var refused = Assert.Throws<RejectedException>(() => BpmnImport.Read(large, "{}"))!;

        Assert.That(refused.Code, Is.EqualTo("bpmn-too-large"));
    }

    [Test]
    public void A_ring_of_gateways_and_more_paths_than_could_be_followed_are_read_at_once()
    {
        var ring = Node("exclusiveGateway", "R1") + Node("exclusiveGateway", "R2") + Flow("T", "R1") + Flow("R1", "R2") + Flow("R2", "R1") + Flow("R2", "E");
        var ladder = string.Concat(Enumerable.Range(0, 40).Select(i =>
            Node("eventBasedGateway", $"L{i}") + Node("eventBasedGateway", $"M{i}") + Flow($"L{i}", $"L{i + 1}") + Flow($"L{i}", $"M{i}") + Flow($"M{i}", $"L{i + 1}")));
        var drawn = Process(Node("startEvent", "S") + Node("task", "T") + Node("task", "U") + Node("endEvent", "E")
            + Flow("S", "T") + ring + Flow("T", "L0") + ladder + Node("eventBasedGateway", "L40") + Flow("L40", "U") + Flow("U", "E"));

        var flow = DefinitionReader.Read(BpmnRoundTripTests.Import(drawn).Flow).Definition!;

        Assert.That(flow.Root.Connections.Select(c => c.Target), Is.SupersetOf(new[] { "u", "ket-thuc" }));
    }

    [TestCase("activity", "[1]")]
    [TestCase("activity", "{\"id\":7,\"type\":\"IsoE.UserTask\"}")]
    [TestCase("activity", "{\"id\":\"t\",\"id\":\"u\",\"type\":\"IsoE.UserTask\"}")]
    [TestCase("activity", "{\"id\":\"t\",\"type\":\"IsoE.UserTask\",\"title\":[],\"metadata\":3,\"outcomes\":\"none\",\"outcomeLabels\":{\"expression\":[]}}")]
    [TestCase("connection", "{\"source\":[],\"target\":{\"port\":{}}}")]
    public void What_somebody_has_tampered_with_in_our_own_elements_is_not_trusted(string name, string json)
    {
        var own = $"<bpmn:extensionElements><o:{name} xmlns:o=\"{BpmnTerms.Own}\">{json}</o:{name}></bpmn:extensionElements>";
        var drawn = Process(Node("startEvent", "S") + Node("endEvent", "E")
            + Node("userTask", "T", name == "activity" ? own : "") + Flow("S", "T") + Flow("T", "E", name == "connection" ? own : ""));

        Assert.That(() => BpmnRoundTripTests.Import(drawn).Flow, Does.Contain("IsoE.UserTask"));
    }

    private static string Process(string inside) =>
        $"<bpmn:definitions xmlns:bpmn=\"{Model}\" id=\"d\"><bpmn:process id=\"p\" name=\"Quy trình\">{inside}</bpmn:process></bpmn:definitions>";

    private static string Node(string kind, string id, string inside = "") => $"<bpmn:{kind} id=\"{id}\" name=\"{(kind == "task" ? id : "")}\">{inside}</bpmn:{kind}>";

    private static string Flow(string from, string to, string inside = "") =>
        $"<bpmn:sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inside}</bpmn:sequenceFlow>";

    private static string Type(WorkflowDefinition flow, string id) => flow.Activities[id].Type.TypeName;
}
