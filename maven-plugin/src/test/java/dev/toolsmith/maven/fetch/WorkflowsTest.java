package dev.toolsmith.maven.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Runs the shell steps of the documented workflows with a real git and a publisher that changes its mind. The goals of
 * the plugin run without Maven, GitHub's {@code gh} is a script, GitLab's API a local server.
 */
@Timeout(300)
class WorkflowsTest {

    private static final Path WORKFLOWS = Path.of("..", "docs", "workflows");
    private static final String ONE = Publisher.description("Shop", "list-carts");
    private static final String TWO = Publisher.description("Shop", "list-carts", "list-orders");

    @TempDir
    private Path folder;

    private Publisher publisher;
    private Path remote;
    private Path bin;
    private final Map<String, String> environment = new LinkedHashMap<>();

    @BeforeEach
    void aRepositoryWithOneTool() throws Exception {
        publisher = new Publisher();
        publisher.publish("/shop.yaml", ONE);
        bin = Files.createDirectories(folder.resolve("bin"));
        script(
                "mvn",
                "exec '" + System.getProperty("java.home") + "/bin/java' -XX:TieredStopAtLevel=1 -cp '"
                        + absolute(System.getProperty("java.class.path")) + "' " + WorkflowGoals.class.getName()
                        + " \"$@\"");
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        environment.put("SHOP_URL", publisher.url("/shop.yaml"));
        environment.put("HOME", folder.toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        remote = folder.resolve("remote.git");
        Path first = folder.resolve("first");
        Files.createDirectories(first);
        run(folder, "git init -q --bare -b main remote.git");
        run(
                first,
                "git init -q -b main; printf 'target/\\n' >.gitignore; mvn toolsmith:fetch;"
                        + " mvn generate-sources -Dtoolsmith.accept; git add .;"
                        + " git -c user.name=me -c user.email=me@localhost commit -q -m One; git push -q ../remote.git main");
    }

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void onGitHubNothingHappensWhenNothingMoved() throws Exception {
        stubGh();

        assertThat(gitHub("quiet")).contains("Nothing has moved.");
        assertThat(run(remote, "git branch --list")).doesNotContain("toolsmith/api");
        assertThat(folder.resolve("gh.log")).doesNotExist();
    }

    @Test
    void onGitHubAPullRequestIsOpenedAndThenKeptCurrent() throws Exception {
        stubGh();
        publisher.publish("/shop.yaml", TWO);

        gitHub("moved");

        assertThat(run(remote, "git show toolsmith/api:specs/shop.yaml")).contains("list-orders");
        assertThat(run(remote, "git show toolsmith/api:tools.lock")).contains("shop_list_orders");
        assertThat(run(remote, "git diff --name-only main toolsmith/api"))
                .isEqualTo("specs/shop.yaml\nspecs/specs.lock\ntools.lock\n");
        assertThat(Files.readString(folder.resolve("gh.log")))
                .contains("pr create --head toolsmith/api --title API changed: safe --body-file");
        assertThat(Files.readString(folder.resolve("gh.body"))).contains("shop_list_orders");

        String commit = run(remote, "git rev-parse toolsmith/api");
        Files.writeString(folder.resolve("gh.open"), "7\n");
        Files.delete(folder.resolve("gh.log"));
        aSecondGoesBy();
        assertThat(gitHub("same")).contains("The branch has this change already.");
        assertThat(run(remote, "git rev-parse toolsmith/api")).isEqualTo(commit);
        assertThat(Files.readString(folder.resolve("gh.log"))).contains("pr edit 7 --title API changed: safe");
    }

    @Test
    void aDescriptionThatNoToolsCanBeMadeOfIsReviewedToo() throws Exception {
        stubGh();
        publisher.publish("/shop.yaml", TWO.replace("operationId: list-orders", "operationId: list_carts"));

        gitHub("broken");

        assertThat(Files.readString(folder.resolve("gh.body")))
                .contains("**The build fails with this description:**")
                .contains("duplicate-tool-name");
        assertThat(run(remote, "git diff --name-only main toolsmith/api")).doesNotContain("tools.lock");
    }

    @Test
    void onGitLabAMergeRequestIsOpenedAndThenKeptCurrent() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        List<String> open = new CopyOnWriteArrayList<>();
        publisher.answer("/api/v4/projects/42/merge_requests", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String token = exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + token + " "
                    + URLDecoder.decode(body, StandardCharsets.UTF_8));
            Publisher.send(exchange, 200, open.isEmpty() ? "[]" : open.get(0));
        });
        environment.put("TOOLSMITH_TOKEN", "glpat-secret");
        environment.put("PUSH_URL", remote.toString());
        environment.put("CI_API_V4_URL", publisher.url("/api/v4"));
        environment.put("CI_PROJECT_ID", "42");
        environment.put("CI_DEFAULT_BRANCH", "main");
        assertThat(gitLab("quiet")).contains("Nothing has moved.");
        assertThat(asked).isEmpty();
        publisher.publish("/shop.yaml", TWO);

        assertThat(gitLab("moved")).doesNotContain("glpat-secret");

        assertThat(run(remote, "git show toolsmith/api:tools.lock")).contains("shop_list_orders");
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).containsIgnoringCase("?source_branch=toolsmith%2Fapi&state=opened glpat-secret");
        assertThat(asked.get(1))
                .startsWith("POST ")
                .contains("title=API changed: safe")
                .contains("source_branch=toolsmith/api&target_branch=main")
                .contains("shop_list_orders");

        open.add("[{\"id\":99,\"iid\":5,\"title\":\"API changed\"}]");
        aSecondGoesBy();
        assertThat(gitLab("same")).contains("The branch has this change already.");
        assertThat(asked).last().asString().startsWith("PUT /api/v4/projects/42/merge_requests/5 ");
    }

    @Test
    void foreignActionsAreTheTwoOfGitHubPinnedToCommits() throws IOException {
        List<String> used = steps(yaml("github-actions.yml"), "jobs", "api", "steps").stream()
                .filter(step -> step.containsKey("uses"))
                .map(step -> String.valueOf(step.get("uses")))
                .toList();

        assertThat(used).hasSize(2).allMatch(name -> name.matches("actions/(checkout|setup-java)@[0-9a-f]{40}"));
    }

    @Test
    void thePageShowsTheShellThatIsRun() throws IOException {
        String compare = steps(yaml("github-actions.yml"), "jobs", "api", "steps").stream()
                .filter(step -> "Compare".equals(step.get("name")))
                .map(step -> String.valueOf(step.get("run")))
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(WORKFLOWS.resolveSibling("regenerate.md"))).contains(compare);
    }

    /** The steps as GitHub runs them: each in a shell of its own, the later ones if the earlier ones say so. */
    private String gitHub(String clone) throws IOException, InterruptedException {
        Path work = cloned(clone);
        Map<String, Object> workflow = yaml("github-actions.yml");
        Path output = Files.writeString(folder.resolve(clone + ".output"), "");
        environment.put("GITHUB_OUTPUT", output.toString());
        object(workflow.get("env")).forEach((name, value) -> environment.put(name, String.valueOf(value)));
        StringBuilder said = new StringBuilder();
        for (Map<String, Object> step : steps(workflow, "jobs", "api", "steps")) {
            boolean wanted = !step.containsKey("if") || Files.readString(output).contains("moved=true");
            if (step.containsKey("run") && wanted) {
                said.append(run(work, String.valueOf(step.get("run"))));
            }
        }
        return said.toString();
    }

    /** The script as GitLab runs it: all in one shell. */
    private String gitLab(String clone) throws IOException, InterruptedException {
        Path work = cloned(clone);
        Map<String, Object> job = object(yaml("gitlab-ci.yml").get("api"));
        object(job.get("variables")).forEach((name, value) -> environment.putIfAbsent(name, String.valueOf(value)));
        List<String> lines = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(job.get("script"))).forEach(line -> lines.add(String.valueOf(line)));
        return run(work, String.join("\n", lines));
    }

    /** What is downloaded from now on has another date. */
    private static void aSecondGoesBy() {
        Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        while (Instant.now().truncatedTo(ChronoUnit.SECONDS).equals(second)) {
            Thread.onSpinWait();
        }
    }

    private Path cloned(String name) throws IOException, InterruptedException {
        run(folder, "git clone -q --depth=1 'file://" + remote + "' " + name);
        return folder.resolve(name);
    }

    private void stubGh() throws IOException {
        script(
                "gh",
                "if [ \"$2\" = list ]; then cat '" + folder + "/gh.open' 2>/dev/null || true; exit 0; fi\n"
                        + "echo \"$@\" >>'" + folder + "/gh.log'\n"
                        + "while [ $# -gt 0 ]; do [ \"$1\" = --body-file ] && cp \"$2\" '" + folder
                        + "/gh.body'; shift; done");
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String run(Path directory, String script) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().putAll(environment);
        int status = shell.start().waitFor();
        String text = Files.readString(said);
        assertThat(status).as("%s%n%s", script, text).isZero();
        return text;
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(":", -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        return String.join(":", entries);
    }

    private static Map<String, Object> yaml(String name) throws IOException {
        return object(
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(WORKFLOWS.resolve(name))));
    }

    private static List<Map<String, Object>> steps(
            Map<String, Object> workflow, String jobs, String job, String steps) {
        List<Map<String, Object>> all = new ArrayList<>();
        Object found = object(object(workflow.get(jobs)).get(job)).get(steps);
        ((List<?>) Objects.requireNonNull(found)).forEach(step -> all.add(object(step)));
        return all;
    }

    private static Map<String, Object> object(Object node) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) node).forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }
}
