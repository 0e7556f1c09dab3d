// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least that a tray program of this toolkit can be: an icon, a menu, a window with a word. It
// shows what Qt itself costs.
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QPixmap picture(22, 22);
    picture.fill(Qt::darkCyan);
    QLabel window(u"Nothing"_s);
    window.setWindowTitle(u"Empty"_s);
    QMenu menu;
    menu.addAction(u"Quit"_s, &app, &QCoreApplication::quit);
    QSystemTrayIcon icon((QIcon(picture)));
    icon.setContextMenu(&menu);
    QObject::connect(&icon, &QSystemTrayIcon::activated, &window, &QWidget::show);
    icon.show();
    return QApplication::exec();
}
