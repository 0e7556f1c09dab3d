# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. A folder that is not named here may not exist; an edge that is not named is forbidden.

The deepest folder named here that holds a file speaks for it: providers/jira has a line of its own.
"""

# Everything below is what `server/` offers to others; each line may use only what stands above it.
EDGES = {
    "server/base": [],
    "server/settings": ["server/base"],
    "server/store": ["server/base"],
    "server/net": ["server/base"],
    "server/tools": ["server/base"],
    "server/clients": ["server/base"],
    "server/secrets": ["server/base", "server/store"],
    # A backup can hold the master key, sealed under a passphrase.
    "server/backup": ["server/base", "server/secrets", "server/settings", "server/store"],
    # Management tokens are signed with a key derived from the master key.
    "server/accounts": ["server/base", "server/secrets", "server/store", "server/tools"],
    # Clients get keys; the command line, which has no keys, uses only what stands in server/clients itself.
    "server/clients/connect": ["server/base", "server/accounts", "server/clients"],
    "server/audit": ["server/base", "server/store", "server/tools"],
    "server/leases": ["server/base", "server/secrets", "server/store", "server/tools"],
    # What several instances on one database have in common for a while.
    "server/sharing": ["server/base", "server/secrets", "server/store", "server/tools"],
    "server/oauth": ["server/base", "server/net", "server/secrets", "server/store"],
    # The protocol knows a ToolInvoker and nothing of keys, sockets or providers.
    "server/mcp": ["server/base", "server/tools"],
    "server/connections": ["server/base", "server/accounts", "server/secrets", "server/store",
                           "server/tools", "server/oauth"],
    "server/http": ["server/base", "server/mcp", "server/tools"],
    # Providers say where people sign in; only server/providers itself runs a sign-in.
    "server/providers": ["server/base", "server/connections", "server/net", "server/oauth",
                         "server/tools"],
    # One provider never includes another: what they share is in server/providers itself.
    "server/providers/jira": ["server/base", "server/connections", "server/net", "server/oauth",
                              "server/providers", "server/tools"],
    "server/providers/notion": ["server/base", "server/connections", "server/net", "server/oauth",
                                "server/providers", "server/tools"],
    # What connects with a token needs no more than the base for it in server/providers.
    "server/providers/openproject": ["server/base", "server/connections", "server/net",
                                     "server/providers", "server/tools"],
    "server/providers/sentry": ["server/base", "server/connections", "server/net",
                                "server/providers", "server/tools"],
    "server/providers/todoist": ["server/base", "server/connections", "server/net",
                                 "server/providers", "server/tools"],
    # What a tool's call changed, and taking it back over the same connection.
    "server/undo": ["server/base", "server/connections", "server/net", "server/providers", "server/secrets", "server/store",
                    "server/tools"],
    # Remote MCP servers are connected as services are, and their tools pinned in the database.
    "server/gateway": ["server/base", "server/connections", "server/mcp", "server/net",
                       "server/oauth", "server/providers", "server/store", "server/tools"],
    # Through Jira's REST API, or Atlassian's remote MCP server.
    "server/publishing": ["server/base", "server/connections", "server/gateway", "server/providers",
                          "server/providers/jira", "server/store", "server/tools"],
    # What is checked asks every part how it is; the REST API, the windows and the command line show it.
    "server/doctor": ["server/base", "server/accounts", "server/clients/connect", "server/connections", "server/gateway", "server/net",
                      "server/providers", "server/secrets", "server/settings"],
    "server/api": ["server/base", "server/accounts", "server/audit", "server/backup", "server/clients/connect",
                   "server/connections", "server/doctor", "server/gateway",
                   "server/http",
                   "server/leases", "server/mcp", "server/oauth", "server/providers",
                   "server/publishing", "server/secrets", "server/tools", "server/undo"],
    # Windows know what a person manages, and neither network nor SQL nor keychain.
    "ui": ["server/base", "server/leases", "server/accounts", "server/audit", "server/backup", "server/clients", "server/clients/connect", "server/connections",
           "server/doctor", "server/gateway",
           "server/leases", "server/oauth", "server/providers", "server/publishing", "server/secrets",
           "server/settings", "server/tools", "server/undo"],
    "app/platform": ["server/base", "server/settings"],
    # The composition root may see every part; it has no window.
    "app/wiring": ["server/*", "app/platform"],
    "app/daemon": ["server/*", "app/platform", "app/wiring"],
    # The command line talks to a running instance over REST, so it needs a client and no server.
    "app/ctl": ["server/base", "server/net", "server/settings", "server/clients", "app/platform"],
    "app/tray": ["server/*", "app/platform", "app/wiring", "ui"],
}

# Foreign headers, each with the only folders that may include it.
WIDGETS = (
    "QAbstractButton|QAbstractItemView|QAbstractScrollArea|QAbstractSpinBox|QAction|QApplication|"
    "QBoxLayout|QButtonGroup|QCalendarWidget|QCheckBox|QComboBox|QCommandLinkButton|QCompleter|"
    "QDateEdit|QDateTimeEdit|QDialog|QDialogButtonBox|QDockWidget|QErrorMessage|QFileDialog|QFormLayout|"
    "QFrame|QGraphics\\w*|QGridLayout|QGroupBox|QHBoxLayout|QHeaderView|QInputDialog|QItemDelegate|"
    "QKeySequenceEdit|QLabel|QLayout|QLayoutItem|QLineEdit|QListView|QListWidget|QMainWindow|QMenu|"
    "QMenuBar|QMessageBox|QPlainTextEdit|QProgressBar|QProgressDialog|QProxyStyle|QPushButton|"
    "QRadioButton|QScrollArea|QScrollBar|QSizeGrip|QSizePolicy|QSlider|QSpacerItem|QSpinBox|"
    "QSplashScreen|QSplitter|QStackedLayout|QStackedWidget|QStatusBar|QStyle|QStyle\\w+|"
    "QStyledItemDelegate|QSystemTrayIcon|QTabBar|QTabWidget|QTableView|QTableWidget|QTextBrowser|"
    "QTextEdit|QTimeEdit|QToolBar|QToolButton|QToolTip|QTreeView|QTreeWidget|QVBoxLayout|QWhatsThis|"
    "QWidget|QWidgetAction|QWizard|QWizardPage"
)
FOREIGN = [
    (r"(QtHttpServer/.*|Q(Abstract)?HttpServer\w*)", ["server/http"]),
    (r"(qt6?keychain/.*|keychain\.h)", ["server/secrets"]),
    (r"(QtSql/.*|QtSql|QSql\w+)", ["server/store"]),
    (r"(QtNetwork/)?QNetwork(AccessManager|Reply|Request|Cookie\w*|Proxy\w*)", ["server/net"]),
    (r"curl/.*", ["server/net"]),
    (r"(QtWidgets/.*|QtWidgets|" + WIDGETS + r")", ["ui", "app/tray"]),
    (r"tl/expected\.hpp", ["server/base"]),
    (r"md4c(-html)?\.h", ["server/providers"]),
    (r"(toml\+\+/.*|yaml\.h)", ["server/clients"]),
    (r"Q(t)?Test(/.*)?", []),
]

# Tests that open a database by themselves, and so not on PostgreSQL, with the reason.
OWN_DATABASES = {
    "tests/fakes/testdatabase.cpp": "what the others open it by",
    "tests/server/backup/tst_backups.cpp": "a backup is a copy of a file; a server has its own",
    "tests/server/secrets/keychainscenarios.cpp": "about the keychain; tst_vault has the vault on both",
    "tests/server/store/tst_database.cpp": "SQLite's own: its settings, its log, its locks",
    "tests/server/store/tst_databaseaddress.cpp": "opens none",
    "tests/server/store/tst_databasefile.cpp": "the file itself",
    "tests/server/store/tst_everydatabase.cpp": "opens the fake one's address",
    "tests/ui/uiworld.cpp": "windows are the tray application's, whose database is a file",
}

# Lines that a file may have.
LIMITS = [
    ("tests/", ".cpp", 500),
    ("tests/", ".h", 500),
    ("tests/", ".py", 500),
    ("tests/", ".mjs", 500),
    ("ui/models/serversentences.cpp", "", 1000),  # a table that tests/ui/serversentences.py writes
    ("", ".cpp", 400),
    ("", ".h", 250),
]
