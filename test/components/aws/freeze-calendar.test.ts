import { expect } from "chai";
import { FreezeCalendar } from "../../../components/aws";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

const text = "BEGIN:VCALENDAR\r\nX-CALENDAR-TYPE:DEFAULT_OPEN\r\nEND:VCALENDAR\r\n";

describe("FreezeCalendar", () => {
  it("is a change calendar with the text as it was given, line ends included", async () => {
    const result = await previewed((opts) => {
      new FreezeCalendar("prod", { region: "eu-west-1", calendarName: "fleet-calendar-prod", text, tags: TAGS }, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("FreezeCalendar", "prod"),
      {
        type: "aws.ssm.Document",
        name: "prod-calendar",
        parent: "prod",
        inputs: {
          region: "eu-west-1",
          name: "fleet-calendar-prod",
          documentType: "ChangeCalendar",
          documentFormat: "TEXT",
          content: text,
          tags: TAGS,
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
    expect(named(result, "prod").outputs).to.deep.equal({ calendarName: "fleet-calendar-prod" });
  });
});
