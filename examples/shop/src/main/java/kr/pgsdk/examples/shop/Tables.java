package kr.pgsdk.examples.shop;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Creates the shop's own tables. Servers that start at once may all try: PostgreSQL lets one of two
 * creators of a table fail, "if not exists" or not, and then the other's is there.
 */
@Component
class Tables extends DataSourceScriptDatabaseInitializer {
  private static final int MOST_TRIES = 5;

  Tables(DataSource database, @Value("${shop.schema}") List<String> files) {
    super(database, settings(files));
  }

  private static DatabaseInitializationSettings settings(List<String> files) {
    DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
    settings.setSchemaLocations(files);
    settings.setMode(DatabaseInitializationMode.ALWAYS);
    return settings;
  }

  @Override
  public boolean initializeDatabase() {
    for (int tries = 1; ; tries++) {
      try {
        return super.initializeDatabase();
      } catch (DataAccessException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }
}
