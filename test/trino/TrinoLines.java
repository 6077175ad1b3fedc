import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trino.Session;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.spi.type.TimeZoneKey;
import io.trino.testing.LocalQueryRunner;
import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;
import io.trino.testing.TestingSession;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Trino in one process: a line of JSON in, a line of JSON out, until the input ends. As many statements run at a time as there
 * are cores: almost all of their time is planning, which keeps one core busy. Answers come in any order.
 *
 * In: {"id": a number, "catalog": a name, "sql": a statement}; a catalog that is new is an empty one in memory.
 * Out: {"id": ..., "columns": [...], "rows": [[...]]} or {"id": ..., "error": "..."}.
 */
public class TrinoLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] arguments) throws Exception {
    // Only answers go to standard output: libraries may not write there.
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (LocalQueryRunner runner = LocalQueryRunner.create(session("memory"))) {
      runner.installPlugin(new MemoryPlugin());
      Set<String> catalogs = new HashSet<>();
      ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode asked = JSON.readTree(line);
        workers.execute(() -> {
          String told = answer(runner, catalogs, asked).toString();
          synchronized (out) {
            out.println(told);
            out.flush();
          }
        });
      }
      workers.shutdownNow();
    }
    System.exit(0);
  }

  /** Athena's sessions are in UTC too. */
  private static Session session(String catalog) {
    return TestingSession.testSessionBuilder().setCatalog(catalog).setSchema("default").setTimeZoneKey(TimeZoneKey.UTC_KEY).build();
  }

  private static ObjectNode answer(LocalQueryRunner runner, Set<String> catalogs, JsonNode asked) {
    ObjectNode told = JSON.createObjectNode();
    try {
      String catalog = asked.get("catalog").asText();
      synchronized (catalogs) {
        if (catalogs.add(catalog)) runner.createCatalog(catalog, "memory", Map.of("memory.max-data-per-node", "2GB"));
      }
      MaterializedResult result = runner.execute(session(catalog), asked.get("sql").asText());
      var columns = told.putArray("columns");
      result.getColumnNames().forEach(columns::add);
      var rows = told.putArray("rows");
      for (MaterializedRow row : result.getMaterializedRows()) {
        var cells = rows.addArray();
        for (Object cell : row.getFields()) {
          boolean plain = cell == null || cell instanceof Number || cell instanceof Boolean;
          cells.addPOJO(plain ? cell : cell.toString());
        }
      }
    } catch (Exception | StackOverflowError error) {
      told.removeAll();
      told.put("error", String.valueOf(error.getMessage()));
    }
    told.set("id", asked.get("id"));
    return told;
  }
}
